import { afterAll, beforeAll, expect, test } from "vitest";
import { save } from "../../../../engine/record/save.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { dateOfDay, publishPlainPipeline, writeHistories } from "../../../../testing/stage-histories.ts";

let app: TestApp;
let pipeline = "";
let ids: readonly string[] = [];
let anna: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  anna = await app.person({ name: "Anna", role: "seller" });
  pipeline = await publishPlainPipeline(app, "plain");
  ids = await writeHistories(
    app,
    pipeline,
    [100, 200, 300].map((amount, at) => ({
      values: { name: `单 ${at}`, amount: String(amount), owner: anna.id },
      stays: [
        [at, "discovery"],
        [at + 4, at === 0 ? "won" : "needs"],
      ] as const,
    })),
  );
});
afterAll(() => app.close());

test("what was frozen is worked out again on history, number for number, whatever happens afterwards", async () => {
  const window = { object: "opportunity", pipeline, from: dateOfDay(-1), to: "2999-12-31" };
  const bodies = {
    funnel: { ...window, group_by: "owner" },
    win_rate: window,
    cycle: window,
    movement: window,
  };
  const frozen: [string, string][] = [];
  for (const [metric, body] of Object.entries(bodies)) {
    const made = await app.admin.post("/insight/baselines", { name: `基准 ${metric}`, metric, body });
    expect(made.status, made.text).toBe(201);
    expect(made.json.data).toMatchObject({ metric, log_position: expect.any(Number) });
    frozen.push([metric, made.json.data.id]);
  }
  await app.admin.patch(`/records/opportunity/${ids[1]}`, { stage: "won", amount: "999" });
  await app.admin.delete(`/records/opportunity/${ids[0]}`);
  await app.admin.make("opportunity", { name: "后来的", pipeline, stage: "discovery", amount: "5" });
  for (const [metric, id] of frozen) {
    const { data } = (await app.admin.get(`/insight/baselines/${id}`)).json;
    expect([metric, data.identical, data.same_records]).toEqual([metric, true, true]);
    expect(data.again).toEqual(data.frozen);
    expect(data.frozen.length).toBeGreaterThan(2);
    expect(data.now).not.toEqual(data.frozen);
  }
});

/** Funnel, cycle, dwell and movement in figures; every list behind them has just as many records. */
async function figuresNow(past: { as_of?: string; known_at?: string }): Promise<unknown> {
  const asked = { object: "opportunity", pipeline, from: dateOfDay(-1), to: "2999-12-31" };
  const ask = async (metric: string, more: object) => {
    const answer = await app.admin.post(`/insight/${metric}`, { ...asked, ...more });
    expect(answer.status, answer.text).toBe(200);
    return answer.json;
  };
  const counted = async (
    count: number,
    { object, filter, as_of = "", known_at = "" }: Record<string, string>,
  ) => {
    const list = await app.admin.get(
      `/records/${object}?count=exact&limit=1&as_of=${as_of}&known_at=${known_at}&filter=${encodeURIComponent(filter ?? "")}`,
    );
    expect([filter, list.json.total]).toEqual([filter, count]);
    return count;
  };
  const funnel = await ask("funnel", { ...past, mode: "flow" });
  const cycle = await ask("cycle", past);
  const dwell = await ask("dwell", past);
  const moved = await ask("movement", {
    from: dateOfDay(0),
    to: past.as_of ?? new Date().toISOString(),
    ...(past.known_at ? { known_at: past.known_at } : {}),
  });
  return {
    funnel: await Promise.all(
      funnel.stages.map((one: { entered: number; records: Record<string, string> }) =>
        counted(one.entered, one.records),
      ),
    ),
    cycle: [await counted(cycle.groups[0].n, cycle.groups[0].records), cycle.groups[0].median],
    dwell: await Promise.all(
      dwell.groups.map(async (one: { n: number; median: string | null; records: Record<string, string> }) => [
        await counted(one.n, one.records),
        one.median,
      ]),
    ),
    movement: [
      await counted(moved.won.count, moved.won.records),
      await counted(moved.end.count, moved.end.records),
    ],
  };
}

test("history that is told or taken back later changes what is believed of the past, not what was known: a baseline stays what it was", async () => {
  const deal = (name: string, from: number, last: string) => ({
    values: { name, amount: "70", owner: anna.id },
    stays: [
      [from, "discovery"] as const,
      [from + 3, "needs"] as const,
      [from + (last === "won" ? 4 + from : 9), last] as const,
    ],
  });
  const [undone = ""] = await writeHistories(app, pipeline, [deal("将撤销", 2, "won")]);
  const before = await figuresNow({});
  const window = { object: "opportunity", pipeline, from: dateOfDay(-1), to: "2999-12-31" };
  const bodies = { funnel: { ...window, mode: "flow" }, win_rate: window, cycle: window, movement: window };
  const frozen: [string, string][] = [];
  for (const [metric, body] of Object.entries(bodies))
    frozen.push([
      metric,
      (await app.admin.post("/insight/baselines", { name: metric, metric, body })).json.data.id,
    ]);
  const [{ cut_off, log_position }] = [
    (await app.admin.get(`/insight/baselines/${frozen[0]?.[1]}`)).json.data,
  ];

  await writeHistories(app, pipeline, [deal("补录", 1, "won"), deal("补录二", 3, "lost")]);
  const taken = await save(await app.context(), {
    road: "import",
    mode: "all",
    operations: [{ op: "delete", object: "opportunity", id: undone, retract: true }],
  });
  expect(taken.saved).toBe(true);
  for (const [metric, id] of frozen) {
    const { data } = (await app.admin.get(`/insight/baselines/${id}`)).json;
    expect([metric, data.identical, data.same_records, data.corrected]).toEqual([metric, true, true, true]);
    expect(data.again).toEqual(data.frozen);
    expect(data.believed).not.toEqual(data.frozen);
  }

  // The same questions asked of that day, as it is believed now and as it was known then, with their records.
  const known = await figuresNow({ as_of: cut_off, known_at: String(log_position) });
  expect(known).toEqual(before);
  expect(await figuresNow({ as_of: cut_off })).not.toEqual(before);
  expect(
    (await app.admin.post("/insight/funnel", { ...window, known_at: String(log_position) })).json.errors[0]
      .code,
  ).toBe("known_without_as_of");

  const names = async (object: string, field: string, known: string) => {
    const answer = await app.admin.get(
      `/records/${object}?limit=500&as_of=${cut_off}${known}&filter=${encodeURIComponent(`CONTAINS(${field}, "撤销") || CONTAINS(${field}, "补录")`)}`,
    );
    expect(answer.status, answer.text).toBe(200);
    return answer.json.data.map((row: { name?: string; stage?: string }) => row.name ?? row.stage).toSorted();
  };
  expect(await names("opportunity", "name", "")).toEqual(["补录", "补录二"].toSorted());
  expect(await names("opportunity", "name", `&known_at=${log_position}`)).toEqual(["将撤销"]);
  expect(await names("stage_visit", "record.opportunity.name", "")).toEqual([
    "discovery",
    "discovery",
    "lost",
    "needs",
    "needs",
    "won",
  ]);
  expect(await names("stage_visit", "record.opportunity.name", `&known_at=${log_position}`)).toEqual([
    "discovery",
    "needs",
    "won",
  ]);
  expect((await app.admin.get(`/records/opportunity/${undone}?as_of=${cut_off}`)).status).toBe(404);
  expect(
    (await app.admin.get(`/records/opportunity/${undone}?as_of=${cut_off}&known_at=${cut_off}`)).json.data
      .name,
  ).toBe("将撤销");
  const count = async (known: object) =>
    (
      await app.admin.post("/records/opportunity/aggregate", {
        as_of: cut_off,
        ...known,
        filter: `name == "补录" || name == "将撤销"`,
        measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
      })
    ).json.groups[0].values[0];
  expect([await count({}), await count({ known_at: String(log_position) })]).toEqual([1, 1]);
  expect((await app.admin.get(`/records/opportunity?known_at=${log_position}`)).json.code).toBe(
    "known_without_as_of",
  );
  expect(
    (await app.admin.get(`/records/opportunity?as_of=${new Date().toISOString()}&known_at=${log_position}`))
      .json.code,
  ).toBe("known_before_as_of");
});
