import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Reply, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
const codes = (reply: Reply): string[] =>
  (reply.json.errors ?? []).map((error: { criterion: string }) => error.criterion);

/** Every count of every side has just as many records behind it. */
async function everyNumberOpensItsRecords(sides: unknown): Promise<void> {
  const counts: { count: number; records: { object: string; filter: string } }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("count" in value && "records" in value) counts.push(value as (typeof counts)[number]);
    for (const part of Object.values(value)) visit(part);
  };
  visit(sides);
  expect(counts.length).toBeGreaterThan(40);
  for (const { count, records } of counts) {
    const found = await app.admin.get(
      `/records/${records.object}?count=exact&limit=1&filter=${encodeURIComponent(records.filter)}`,
    );
    expect([records.filter, found.json.total]).toEqual([records.filter, count]);
  }
}

test("a pilot holds in its departments and below on every road, is compared with the rest, and is withdrawn or adopted", async () => {
  const east = await app.admin.make("department", { name: "East" });
  const shanghai = await app.admin.make("department", { name: "Shanghai", parent: east.id });
  const west = await app.admin.make("department", { name: "West" });
  const sellers: Client[] = [];
  for (const [name, department] of [
    ["In", shanghai.id],
    ["Out", west.id],
  ] as const)
    sellers.push(await app.person({ name, role: "seller", department }));
  const stages = [stage("a", "open"), stage("b", "open"), stage("won", "won"), stage("lost", "lost")];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "pilot",
    label: both("pilot"),
    stages,
  });
  const pipeline: string = made.json.data.id;
  const path = `/pipelines/${pipeline}`;
  await app.admin.post(`${path}/publish`, {});
  expect((await app.admin.post(`${path}/pilot`, { departments: [east.id] })).status).toBe(422);
  await app.admin.patch(path, { stages: stages.slice(1) });
  expect((await app.admin.post(`${path}/pilot`, { departments: [east.id] })).json.code).toBe("pilot_stages");
  const strict = [
    stage("a", "open"),
    stage("b", "open", { entry: [{ id: "p_amount", kind: "fields", fields: ["amount"] }] }),
    ...stages.slice(2),
  ];
  await app.admin.patch(path, { stages: strict });
  const started = await app.admin.post(`${path}/pilot`, { departments: [east.id] });
  expect([
    started.status,
    started.json.data.version,
    started.json.data.pilot.version,
    started.json.data.has_draft,
  ]).toEqual([200, 1, 2, false]);
  expect((await app.admin.post(`${path}/publish`, { version: 1 })).json.code).toBe("pilot_runs");

  const [inside, outside] = await Promise.all(
    sellers.map((seller) => seller.make("opportunity", { name: "deal", pipeline })),
  );
  const [inner, outer] = sellers;
  if (!inside || !outside || !inner || !outer) throw new Error("two sellers");
  const deal = (id: string) => `/records/opportunity/${id}`;
  expect(codes(await inner.post(`${deal(inside.id)}/transitions`, { to: "b" }))).toEqual(["p_amount"]);
  expect(codes(await inner.patch(deal(inside.id), { stage: "b" }))).toEqual(["p_amount"]);
  const listed = (await inner.get(`${deal(inside.id)}/transitions`)).json.data.find(
    (one: { to: string }) => one.to === "b",
  );
  expect([listed.allowed, (await outer.patch(deal(outside.id), { stage: "b" })).status]).toEqual([
    false,
    200,
  ]);
  expect(
    (await inner.post(`${deal(inside.id)}/transitions`, { to: "b", values: { amount: "5" } })).status,
  ).toBe(200);
  const versions = await Promise.all(
    [inside, outside].map(async ({ id }) => (await app.admin.get(deal(id))).json.data.pipeline_version),
  );
  expect(versions).toEqual([2, 1]);
  await inner.post(`${deal(inside.id)}/transitions`, { to: "won" });
  // Another one is refused and let past, and stands there.
  const forced = await inner.make("opportunity", { name: "forced", pipeline });
  expect((await app.admin.post(`${deal(forced.id)}/transitions`, { to: "b" })).status).toBe(422);
  expect(
    (await app.admin.post(`${deal(forced.id)}/transitions`, { to: "b", override: { reason: "trial" } }))
      .status,
  ).toBe(200);
  await outer.post(`${deal(outside.id)}/transitions`, { to: "lost" });
  const { sides } = (await app.admin.get(`${path}/pilot`)).json.data;
  const figures = (side: "pilot" | "others" | "before") => {
    const { won, lost, win_rate, open, stages: at } = sides[side];
    const b = at.find((one: { stage: string }) => one.stage === "b");
    return [
      won.count,
      lost.count,
      win_rate,
      open?.count,
      b.entered.count,
      b.tried.count,
      b.passed.count,
      b.refused.count,
      b.overridden.count,
      b.pass_rate,
    ];
  };
  expect([figures("pilot"), figures("others"), figures("before")]).toEqual([
    [1, 0, "1", 1, 2, 2, 1, 2, 1, "0.5"],
    [0, 1, "0", 0, 1, 1, 1, 0, 0, "1"],
    [0, 0, null, undefined, 0, 0, 0, 0, 0, null],
  ]);
  await everyNumberOpensItsRecords(sides);

  const withdrawn = await app.admin.post(`${path}/pilot/end`, { adopt: false });
  expect([withdrawn.json.data.version, withdrawn.json.data.pilot, withdrawn.json.data.has_draft]).toEqual([
    1,
    null,
    true,
  ]);
  const again = await inner.make("opportunity", { name: "free again", pipeline });
  expect((await inner.patch(deal(again.id), { stage: "b" })).status).toBe(200);
  await app.admin.post(`${path}/pilot`, { departments: [east.id] });
  // A change made meanwhile goes on from what is tried out: published after it was adopted, it takes nothing
  // back.
  expect((await app.admin.patch(path, { rules: { backward_needs_reason: true } })).json.data.has_draft).toBe(
    true,
  );
  const adopted = (await app.admin.post(`${path}/pilot/end`, { adopt: true })).json.data;
  expect([
    adopted.version,
    adopted.draft.rules.backward_needs_reason,
    adopted.draft.stages[1].entry[0].id,
  ]).toEqual([3, true, "p_amount"]);
  const late = await outer.make("opportunity", { name: "late", pipeline });
  expect(codes(await outer.patch(deal(late.id), { stage: "b" }))).toEqual(["p_amount"]);

  // One click back to what held at first, under a new number; its effect is told before.
  const impact = (await app.admin.get(`${path}/impact?version=1`)).json;
  expect([impact.open, impact.failing, impact.failing_now]).toEqual([3, 0, 1]);
  expect((await app.admin.post(`${path}/publish`, { version: 9 })).status).toBe(404);
  expect((await app.admin.post(`${path}/publish`, { version: 1 })).json.data.version).toBe(4);
  expect((await outer.patch(deal(late.id), { stage: "b" })).status).toBe(200);
});
