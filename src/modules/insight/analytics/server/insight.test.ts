import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import {
  dateOfDay,
  type History,
  publishPlainPipeline,
  writeHistories,
} from "../../../../testing/stage-histories.ts";
import { expectRecordsBehind } from "../../../../testing/records-behind.ts";
import type { FunnelAnswer, LossAnswer, WinRateAnswer } from "../shared/insight.contract.ts";
import type { CycleAnswer, DwellAnswer } from "../shared/durations.contract.ts";

let app: TestApp;
let pipeline: string;
let anna: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  anna = await app.person({ name: "Anna", role: "seller" });
  pipeline = await publishPlainPipeline(app, "plain");
  await writeHistories(
    app,
    pipeline,
    FIXTURE.map((history, at) =>
      at % 2 === 0 ? { ...history, values: { ...history.values, owner: anna.id } } : history,
    ),
  );
});
afterAll(() => app.close());

/** Days are counted from a Monday; amounts tell the records apart. Even places are Anna's. */
const FIXTURE: readonly History[] = [
  {
    values: { name: "straight", amount: "100" },
    stays: [
      [0, "discovery"],
      [2, "needs"],
      [5, "proposal"],
      [10, "won"],
    ],
  },
  {
    values: { name: "skips", amount: "200" },
    stays: [
      [0, "discovery"],
      [4, "proposal"],
      [8, "won"],
    ],
  },
  {
    values: { name: "goes back", amount: "300", lost_reason: "price_too_high" },
    stays: [
      [0, "discovery"],
      [3, "needs"],
      [5, "discovery"],
      [7, "needs"],
      [9, "lost"],
    ],
  },
  {
    values: { name: "lost, reopened, won", amount: "400" },
    stays: [
      [1, "discovery"],
      [2, "needs"],
      [4, "lost"],
      [6, "needs"],
      [8, "proposal"],
      [14, "won"],
    ],
  },
  {
    values: { name: "open in needs", amount: "500" },
    stays: [
      [2, "discovery"],
      [6, "needs"],
    ],
  },
  { values: { name: "open in discovery", amount: "600" }, stays: [[3, "discovery"]] },
  {
    values: { name: "from before", amount: "700", lost_reason: "customer_silent" },
    stays: [
      [-20, "discovery"],
      [3, "lost"],
    ],
  },
  {
    values: { name: "won, reopened", amount: "800" },
    stays: [
      [0, "discovery"],
      [2, "proposal"],
      [4, "won"],
      [6, "proposal"],
    ],
  },
];
const WINDOW = { from: dateOfDay(0), to: dateOfDay(20) };
interface Answers {
  readonly funnel: FunnelAnswer;
  readonly win_rate: WinRateAnswer;
  readonly cycle: CycleAnswer;
  readonly dwell: DwellAnswer;
  readonly loss: LossAnswer;
}
/** The answer, once the list behind each of its numbers was counted. */
async function ask<K extends keyof Answers>(
  kind: K,
  body: object,
  who: Client = app.admin,
): Promise<Answers[K]> {
  const answer = await who.post(`/insight/${kind}`, { object: "opportunity", pipeline, ...WINDOW, ...body });
  expect(answer.status, answer.text).toBe(200);
  await expectRecordsBehind(who, answer.json);
  return answer.json;
}
const stages = (answer: FunnelAnswer) =>
  Object.fromEntries(answer.stages.map(({ stage, entered }) => [stage, entered]));

describe("funnel", () => {
  test("cohort: skipped counts as passed and is flagged, back and reopened count once", async () => {
    const answer = await ask("funnel", { mode: "cohort" });
    expect(
      answer.stages.map((s) => [
        s.stage,
        s.entered,
        s.amount?.amount,
        s.rate,
        s.cumulative,
        s.skipped?.count,
        s.still_open?.count,
        s.lost_here?.count,
      ]),
    ).toEqual([
      ["discovery", 7, "2900.00", null, "1", 0, 1, 0],
      ["needs", 6, "2300.00", "0.857142857143", "0.857142857143", 2, 1, 1],
      ["proposal", 4, "1500.00", "0.666666666667", "0.571428571429", 0, 0, 0],
      ["won", 4, "1500.00", "1", "0.571428571429", undefined, undefined, undefined],
    ]);
    expect(answer.stages.at(-1)?.reopened?.count).toBe(1);
    expect(answer.lost.map((s) => [s.stage, s.entered])).toEqual([["lost", 2]]);
    expect(answer.biggest_drop).toMatchObject({ stage: "needs", count: 2, share: "0.333333333333" });
  });
  test("flow: distinct records that entered within the window, whenever they were created", async () => {
    const answer = await ask("funnel", { mode: "flow", from: dateOfDay(6) });
    expect(stages(answer)).toEqual({ discovery: 0, needs: 3, proposal: 2, won: 3 });
    expect(answer.lost[0]).toMatchObject({ entered: 1 });
    expect(stages(await ask("funnel", { mode: "flow" }))).toEqual({
      discovery: 7,
      needs: 4,
      proposal: 4,
      won: 4,
    });
  });
  test("as of a day: what comes later has not happened", async () => {
    const answer = await ask("funnel", { mode: "cohort", as_of: dateOfDay(7) });
    expect(stages(answer)).toEqual({ discovery: 7, needs: 6, proposal: 3, won: 1 });
    expect(answer.stages[1]?.lost_here?.count).toBe(0);
    const before = await ask("funnel", { mode: "cohort", as_of: dateOfDay(5) });
    expect([stages(before)["needs"], before.stages[1]?.lost_here?.count]).toEqual([5, 1]);
  });
  test("groups reconcile with the total, and a condition narrows both", async () => {
    const answer = await ask("funnel", {
      mode: "cohort",
      group_by: "owner",
      filter: "amount < 800 || false",
    });
    expect(answer.stages[0]?.entered).toBe(6);
    expect(answer.groups?.reduce((sum, group) => sum + (group.stages[0]?.entered ?? 0), 0)).toBe(6);
    expect(answer.groups?.map((group) => group.titles?.["owner"])).toContain("Anna");
  });
});

test("win rate: by where records stand; by reason, month and owner", async () => {
  const { total } = await ask("win_rate", {});
  expect(total).toMatchObject({
    won: 3,
    lost: 2,
    n: 5,
    rate: "0.6",
    won_amount: { amount: "700.00", currency: "CNY" },
    lost_amount: { amount: "1000.00" },
  });
  const monthly = await ask("win_rate", {
    group_by: [{ field: "stage_entered_at", bucket: "week" }, "lost_reason"],
  });
  expect(monthly.groups.map((g) => [g.key["stage_entered_at"], g.key["lost_reason"], g.won, g.lost])).toEqual(
    [
      ["2026-01-05", "customer_silent", 0, 1],
      ["2026-01-12", "price_too_high", 0, 1],
      ["2026-01-12", null, 2, 0],
      ["2026-01-19", null, 1, 0],
    ],
  );
  expect((await ask("win_rate", { mode: "cohort" })).total).toMatchObject({ won: 3, lost: 1, rate: "0.75" });
  expect((await ask("win_rate", { as_of: dateOfDay(5) })).total).toMatchObject({ won: 1, lost: 2 });
});

describe("cycle", () => {
  const figures = (answer: CycleAnswer) => answer.groups.map((g) => [g.n, g.mean, g.median, g.p90, g.open]);
  test("from the first stage, from a stage, from creation; won alone or with lost", async () => {
    expect(figures(await ask("cycle", {}))).toEqual([[3, "10.333333333333", "10", "12.4", 3]]);
    expect(figures(await ask("cycle", { unit: "working_days" }))).toEqual([
      [3, "7.666666666667", "8", "8.8", 3],
    ]);
    expect(figures(await ask("cycle", { start: "needs" }))).toEqual([[2, "10", "10", "11.6", 1]]);
    expect(figures(await ask("cycle", { outcomes: ["won", "lost"] }))).toEqual([[5, "12.6", "10", "19", 3]]);
    const created = await ask("cycle", { start: "created" });
    expect(figures(created)).toEqual([[3, "10.333333333333", "10", "12.4", 3]]);
    expect(created.groups[0]?.working_days.mean).toBe("7.666666666667");
  });
  test("a cohort has a Kaplan–Meier median in which open records count", async () => {
    expect((await ask("cycle", { mode: "cohort" })).groups[0]?.kaplan_meier_median).toBe(null);
    expect(
      (await ask("cycle", { mode: "cohort", outcomes: ["won", "lost"] })).groups[0]?.kaplan_meier_median,
    ).toBe(13);
  });
  test("a stage that is not there is refused", async () => {
    const answer = await app.admin.post("/insight/cycle", {
      object: "opportunity",
      pipeline,
      start: "nowhere",
    });
    expect([answer.status, answer.json.code]).toEqual([400, "unknown_stage"]);
  });
});

describe("dwell", () => {
  const rows = (answer: DwellAnswer) => answer.groups.map((g) => [g.stage, g.n, g.visits, g.total, g.open]);
  test("all stays of a record in a stage add up; what stands is counted apart", async () => {
    const answer = await ask("dwell", {});
    expect(rows(answer)).toEqual([
      ["discovery", 7, 8, "41", 1],
      ["needs", 3, 5, "11", 1],
      ["proposal", 4, 4, "17", 1],
      ["won", 1, 1, "2", 0],
      ["lost", 1, 1, "2", 0],
    ]);
    // Days 1, 2, 2, 4, 4, 5, 23: quartiles 2 and 4.5, fence 8.25.
    expect(answer.groups[0]).toMatchObject({
      limit: { days: "8.25", by: "iqr" },
      outliers: { count: 1 },
      overdue: { count: 1 },
    });
  });
  test("the dwell of all stages is the cycle", async () => {
    const closed = { mode: "cohort", filter: 'stage_type != "open"' };
    const dwell = await ask("dwell", closed);
    expect(rows(dwell).map(([stage, , , total]) => [stage, total])).toEqual([
      ["discovery", "12"],
      ["needs", "11"],
      ["proposal", "15"],
      ["lost", "2"],
    ]);
    const cycle = await ask("cycle", { ...closed, outcomes: ["won", "lost"] });
    expect(cycle.groups[0]?.total).toBe("40");
  });
  test("as of a day a stay that ends later still stands", async () => {
    const answer = await ask("dwell", { as_of: dateOfDay(4) });
    expect(rows(answer).find(([stage]) => stage === "needs")).toEqual(["needs", 1, 1, "2", 2]);
  });
});

test("losses by the stage they were lost from and the reason", async () => {
  const answer = await ask("loss", {});
  expect(answer.cells.map((cell) => [cell.stage, cell.reason, cell.count, cell.amount?.amount])).toEqual([
    ["discovery", "customer_silent", 1, "700.00"],
    ["needs", "price_too_high", 1, "300.00"],
  ]);
  expect(answer.total.count).toBe(2);
  expect((await ask("loss", { as_of: dateOfDay(5) })).total.count).toBe(2);
});

test("a seller's figures are over what he may see, and so are the records behind them", async () => {
  expect(stages(await ask("funnel", { mode: "cohort" }, anna))).toEqual({
    discovery: 3,
    needs: 3,
    proposal: 1,
    won: 1,
  });
  expect((await ask("win_rate", {}, anna)).total).toMatchObject({ won: 1, lost: 2 });
  expect(
    (await ask("dwell", { group_by: "owner" }, anna)).groups.every((group) => group.key["owner"] === anna.id),
  ).toBe(true);
  const visits = await anna.get("/records/stage_visit?count=exact&limit=500");
  expect(visits.json.total).toBe(4 + 5 + 2 + 2);
});

test("who may not see the stage is refused, and a ledger is nobody's to write", async () => {
  const nobody = await app.anonymous.post("/insight/funnel", { object: "opportunity" });
  expect(nobody.status).toBe(401);
  expect((await app.admin.post("/insight/funnel", { object: "product" })).json.code).toBe("no_stages");
  expect(
    (await app.admin.post("/insight/funnel", { object: "opportunity", pipeline, filter: "true) || (true" }))
      .json.code,
  ).toBe("bad_filter");
  expect((await app.admin.post("/records/stage_visit", { stage: "won" })).status).toBe(403);
});

test("every metric is defined once, in both languages", async () => {
  const { data } = (await app.admin.get("/metrics-catalog")).json;
  expect(data.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(["funnel_cohort", "funnel_flow", "win_rate", "cycle", "dwell", "loss"]),
  );
  for (const metric of data)
    for (const part of ["label", "formula", "grain", "filters", "skip", "backward", "censoring"])
      expect(Object.keys(metric[part]).toSorted()).toEqual(["en", "zh-CN"]);
});
