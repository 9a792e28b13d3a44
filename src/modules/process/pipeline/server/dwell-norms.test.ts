import { afterAll, beforeAll, expect, test } from "vitest";
import { pipelineApp, type PipelineApp } from "../../../../testing/pipeline-app.ts";

let app: PipelineApp;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });
const LINK = { label: both("报价模板"), url: "https://example.com/quote" };
beforeAll(async () => {
  app = await pipelineApp();
});
afterAll(() => app.close());

async function publish(name: string, stages: object[]): Promise<string> {
  const made = await app.call("POST", "/pipelines", {
    object: "opportunity",
    name,
    label: both(name),
    stages,
  });
  const id = String(made.at("data.id"));
  expect((await app.call("POST", `/pipelines/${id}/publish`, {})).at("errors")).toBe(undefined);
  return id;
}
const day = (date: number, hour = 2): string =>
  `2026-11-${String(date).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00.000Z`;
const move = (id: string, to: string) =>
  app.call("POST", `/records/opportunity/${id}/transitions`, { to, reason: "test" });

test("norms are those of the stays of won records, in working and calendar days, measured once an hour", async () => {
  const pipeline = await publish("norms", [
    stage("one", "open", { max_dwell: 9 }),
    stage("two", "open"),
    stage("won", "won"),
    stage("lost", "lost"),
  ]);
  const norms = async () =>
    (await app.call("GET", `/pipelines/${pipeline}/dwell-norms`, undefined, "seller")).at("data") as Record<
      string,
      unknown
    >[];
  const walk = async (leaveOn: number, end: string) => {
    app.now = day(2);
    const id = await app.make("opportunity", { name: `until ${leaveOn}`, pipeline });
    app.now = day(leaveOn);
    await move(id, "two");
    await move(id, end);
    return id;
  };
  // From Monday 2 November: 1, 2, 3, 4 and (over a weekend) 5 working days; lost and reopened ones took far
  // longer.
  for (const leaveOn of [3, 4, 5, 6]) await walk(leaveOn, "won");
  await walk(30, "lost");
  const again = await walk(27, "won");
  expect((await move(again, "one")).status).toBe(200);
  app.now = day(30, 3);
  expect((await norms())[0]).toMatchObject({ stage: "one", n: 4, working_days: null, max_dwell: 9 });
  await walk(9, "won");
  app.now = day(30, 3);
  expect((await norms())[0]).toMatchObject({ n: 4 });
  app.now = day(30, 4);
  const [one, two, won] = await norms();
  expect(one).toMatchObject({
    n: 5,
    type: "open",
    working_days: { p50: 3, p75: 4, p90: 4.6, outlier: 7 },
    calendar_days: { p50: 3, p75: 4, p90: 5.8, outlier: 7 },
  });
  expect([two, won]).toMatchObject([
    { stage: "two", n: 5, max_dwell: null, working_days: { p90: 0 } },
    { stage: "won", n: 0, working_days: null },
  ]);
  expect((await app.call("GET", "/pipelines/nope/dwell-norms")).status).toBe(404);
});

test("opened guidance is counted by person, for the panel and each link, and only what the stage offers", async () => {
  const pipeline = await publish("guided", [
    stage("needs", "open", { guidance: { tips: [both("先听")], links: [LINK] } }),
    stage("won", "won"),
  ]);
  const record = await app.make("opportunity", { name: "guided", pipeline });
  const open = (body: object, as: "admin" | "seller" = "seller") =>
    app.call("POST", `/pipelines/${pipeline}/guidance-opened`, body, as);
  const answers = [
    await open({ stage: "needs", record }),
    await open({ stage: "needs" }),
    await open({ stage: "needs", link: LINK.url, record }),
    await open({ stage: "needs", link: LINK.url }, "admin"),
    await open({ stage: "needs", link: "https://elsewhere.example" }),
    await open({ stage: "won" }),
    await open({ stage: "needs", record: pipeline }),
    await open({}),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204, 204, 422, 422, 404, 400]);
  const path = `/pipelines/${pipeline}/guidance-opened`;
  const counted = (await app.call("GET", path)).at("data") as {
    stage: string;
    link: string | null;
    name: string;
    opened: number;
  }[];
  expect(
    counted.map(({ stage: name, link, name: who, opened }) => [name, link, who, opened]).toSorted(),
  ).toEqual(
    [
      ["needs", LINK.url, "Admin", 1],
      ["needs", LINK.url, "Seller", 1],
      ["needs", null, "Seller", 2],
    ].toSorted(),
  );
  expect((await app.call("GET", `${path}?to=2020-01-01`)).at("data")).toEqual([]);
  expect((await app.call("GET", `${path}?from=yesterday`)).status).toBe(400);
  expect((await app.call("GET", path, undefined, "seller")).status).toBe(403);
});
