import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { expectRecordsBehind } from "../../../../testing/records-behind.ts";
import {
  dateOfDay,
  type History,
  publishPlainPipeline,
  writeHistories,
} from "../../../../testing/stage-histories.ts";

const HISTORIES: readonly History[] = [
  {
    values: { name: "a", amount: "100" },
    stays: [
      [0, "discovery"],
      [2, "needs"],
      [4, "won"],
    ],
  },
  {
    values: { name: "b", amount: "300", budget_confirmed: true },
    stays: [
      [1, "discovery"],
      [3, "lost"],
    ],
  },
  { values: { name: "c", amount: "50", budget_confirmed: true }, stays: [[5, "discovery"]] },
];
let app: TestApp;
let pipeline: string;
beforeAll(async () => {
  app = await testApp();
  pipeline = await publishPlainPipeline(app, "asked");
  await writeHistories(app, pipeline, HISTORIES);
});
afterAll(() => app.close());

const ask = (path: string, body: object) =>
  app.admin.post(`/insight/${path}`, { object: "opportunity", pipeline, ...body });
const code = async (path: string, body: object) => {
  const { status, json } = await ask(path, body);
  return `${status} ${json.code}`;
};

describe("what is no question is refused, by each of the figures", () => {
  it.each(["funnel", "win_rate", "cycle", "dwell", "loss"])("%s", async (path) => {
    expect(await code(path, { object: "nothing" })).toBe("404 unknown_object");
    expect(await code(path, { object: "product" })).toBe("404 no_stages");
    expect(await code(path, { pipeline: "nowhere" })).toBe("404 no_pipeline");
    expect(await code(path, { from: "2026-02-30" })).toBe("400 bad_day");
    expect(await code(path, { to: "30.11.2026" })).toBe("400 bad_day");
    expect(await code(path, { from: "2026-02-02", to: "2026-02-01" })).toBe("400 bad_window");
    expect(await code(path, { as_of: "yesterday" })).toBe("400 bad_as_of");
    expect((await ask(path, { filter: "amount >" })).status).toBe(400);
    expect((await ask(path, { filter: "amount > 1) || (true" })).status).toBe(400);
    expect((await ask(path, { filter: "amount + 1" })).status).toBe(400);
    expect((await ask(path, { group_by: "nothing" })).status).toBe(400);
  });

  it("an object whose losses have no such reason", async () => {
    expect(await code("loss", { reason: "nothing" })).toBe("400 no_reason_field");
  });
});

describe("what a question leaves out", () => {
  it("the pipeline is the default one; it may be told by its name, too", async () => {
    const named = (await ask("funnel", { pipeline: "asked" })).json;
    expect([named.pipeline.id, named.stages[0].entered]).toEqual([pipeline, 3]);
    const standard = (await ask("funnel", { pipeline: "" })).json;
    expect(standard.pipeline.id).not.toBe(pipeline);
  });

  it("blanks are no condition and no day", async () => {
    const { json } = await ask("funnel", { filter: "  ", from: "", to: "", group_by: "" });
    expect([json.from, json.to, json.groups, json.stages[0].entered]).toEqual([null, null, undefined, 3]);
  });
});

describe("days are the company's, the first and the last within", () => {
  it("a record of a day is of that day alone", async () => {
    const entered = async (from: number, to: number) =>
      (await ask("funnel", { mode: "cohort", from: dateOfDay(from), to: dateOfDay(to) })).json.stages[0]
        .entered;
    expect([
      await entered(0, 0),
      await entered(1, 1),
      await entered(0, 1),
      await entered(2, 4),
      await entered(2, 5),
    ]).toEqual([1, 1, 2, 0, 1]);
  });

  it("a day begins at midnight of the company, not of Greenwich", async () => {
    const late = "2026-02-01T16:30:00Z"; // Half past midnight of the 2nd in Shanghai.
    const made = await app.admin.make("opportunity", { name: "late", pipeline });
    const { db, workspace } = await app.context();
    await db.query({
      text: `update ${workspace.schema}.o_opportunity set created_at = $2::timestamptz where id = $1`,
      values: [made.id, late],
    });
    const entered = async (day: string) =>
      (await ask("funnel", { mode: "cohort", from: day, to: day })).json.stages[0].entered;
    expect([await entered("2026-02-01"), await entered("2026-02-02")]).toEqual([0, 1]);
    expect((await app.admin.delete(`/records/opportunity/${made.id}`)).status).toBeLessThan(300);
  });
});

describe("groups", () => {
  it("by yes and no; the records behind each number are just as many", async () => {
    const { json } = await ask("win_rate", { group_by: "budget_confirmed" });
    const groups = json.groups.map(
      (one: { key: { budget_confirmed: boolean | null }; won: number; lost: number }) => [
        one.key.budget_confirmed,
        one.won,
        one.lost,
      ],
    );
    expect(groups).toEqual(expect.arrayContaining([[true, 0, 1]]));
    expect(json.groups.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(json.total.n);
    await expectRecordsBehind(app.admin, json);
  });

  it("by month of the closing day, and by whom: both keys stand in each group", async () => {
    const { json } = await ask("win_rate", { group_by: [{ field: "created_at", bucket: "month" }, "owner"] });
    expect(json.groups.every(({ key }: { key: object }) => "created_at" in key && "owner" in key)).toBe(true);
    await expectRecordsBehind(app.admin, json);
  });

  it("of the funnel add up to the whole, stage by stage", async () => {
    const { json } = await ask("funnel", { group_by: "budget_confirmed" });
    const sum = (stage: number) =>
      json.groups.reduce(
        (all: number, one: { stages: { entered: number }[] }) => all + (one.stages[stage]?.entered ?? 0),
        0,
      );
    expect(json.stages.map((_: unknown, at: number) => sum(at))).toEqual(
      json.stages.map(({ entered }: { entered: number }) => entered),
    );
  });
});

describe("figures of nothing", () => {
  const empty = { from: "2001-01-01", to: "2001-12-31" };
  it("are nought and not a share", async () => {
    const { json: wins } = await ask("win_rate", empty);
    expect([wins.total.n, wins.total.rate]).toEqual([0, null]);
    const { json: cycle } = await ask("cycle", empty);
    expect([cycle.groups[0].n, cycle.groups[0].mean, cycle.groups[0].total]).toEqual([0, null, "0"]);
    const { json: funnel } = await ask("funnel", { ...empty, mode: "cohort" });
    expect([funnel.biggest_drop, funnel.stages[0].entered, funnel.stages[1].rate]).toEqual([null, 0, null]);
    const { json: loss } = await ask("loss", empty);
    expect([loss.total.count, loss.cells]).toEqual([0, []]);
  });
});
