import { afterAll, beforeAll, expect, test } from "vitest";
import { replayLog } from "../../../../engine/history/replay.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { visitsFromLog } from "../../../process/pipeline/server/replay-visits.ts";
import { importer, type Importer } from "../../../../testing/importer.ts";

let app: TestApp;
let admin: Client;
let files: Importer;
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
  files = importer(app);
});
afterAll(() => app.close());

const MAPPING = {
  no: "external_id",
  deal: "name",
  amount: "amount",
  stage: "stage",
  engaged: { stage_entered: "solution" },
  closed: { stage_entered: "*", field: "close_date" },
};
const options = (columns: readonly (keyof typeof MAPPING)[], more: object = {}) => ({
  object: "opportunity",
  match: ["external_id"],
  mapping: Object.fromEntries(columns.map((column) => [column, MAPPING[column]])),
  gates: { override: { reason: "history" } },
  ...more,
});
const deal = async (no: string) =>
  (await admin.get(`/records/opportunity?filter=${encodeURIComponent(`external_id == "${no}"`)}`)).json
    .data[0];
const visits = async (id: string) => {
  const { workspace, db } = await app.context();
  return db.query({
    text: `select stage, entered_at, left_at, imported, road, previous_stage, next_stage, working_days, left_by, entered_by, reason, override, calendar_seconds
      from "${workspace.schema}".stage_visit where record = $1 order by entered_at`,
    values: [id],
  });
};
const stays = async (id: string) =>
  (await visits(id))
    .map((visit) => JSON.stringify(visit))
    .map((text) => JSON.parse(text))
    .map((v) => [v.stage, v.entered_at.slice(0, 10), v.left_at?.slice(0, 10) ?? null]);
const stageAsOf = async (no: string, day: string) =>
  (
    await admin.get(
      `/records/opportunity?as_of=${day}&filter=${encodeURIComponent(`external_id == "${no}"`)}`,
    )
  ).json.data.map((one: { stage: string }) => one.stage);

const replayed = async (): Promise<unknown> =>
  (await replayLog(await app.context(), [visitsFromLog])).flatMap(({ what, differing }) =>
    differing.map((one) => ({ ...one, what })),
  );

test("a second file with the wins keeps when they were won", async () => {
  await files.imported(
    "no,deal,stage,engaged\nP1-1,P1 one,方案演示,2016-10-20\nP1-2,P1 two,方案演示,2016-11-02\n",
    options(["no", "deal", "stage", "engaged"]),
  );
  const wins = "no,stage,engaged,closed\nP1-1,赢单,2016-10-20,2017-03-01\nP1-2,赢单,2016-11-02,2017-03-15\n";
  expect(await files.imported(wins, options(["no", "stage", "engaged", "closed"]))).toMatchObject({
    updated: 2,
    failed: 0,
  });
  const one = await deal("P1-1");
  expect([one.stage, one.close_date, one.stage_entered_at]).toEqual([
    "won",
    "2017-03-01",
    "2017-02-28T16:00:00.000000Z",
  ]);
  expect(await stays(one.id)).toEqual([
    ["solution", "2016-10-19", "2017-02-28"],
    ["won", "2017-02-28", null],
  ]);
  expect([
    await stageAsOf("P1-1", "2016-12-31"),
    await stageAsOf("P1-1", "2017-03-05"),
    await stageAsOf("P1-2", "2017-03-05"),
  ]).toEqual([["solution"], ["won"], ["solution"]]);
  expect(await files.imported(wins, options(["no", "stage", "engaged", "closed"]))).toMatchObject({
    updated: 0,
    skipped: 2,
    failed: 0,
  });
  expect(await replayed()).toEqual([]);
});

test("what was brought without a date is dated later; what was seen to happen is not overwritten, and the row says so", async () => {
  await files.imported("no,deal,stage\nP2-1,P2 one,方案演示\n", options(["no", "deal", "stage"]));
  await files.imported("no,stage\nP2-1,赢单\n", options(["no", "stage"]));
  const dated = "no,stage,engaged,closed\nP2-1,赢单,2017-01-05,2017-02-06\n";
  expect(await files.imported(dated, options(["no", "stage", "engaged", "closed"]))).toMatchObject({
    updated: 1,
  });
  const one = await deal("P2-1");
  expect(await stays(one.id)).toEqual([
    ["solution", "2017-01-04", "2017-02-05"],
    ["won", "2017-02-05", null],
  ]);
  const made = await admin.make("opportunity", { name: "P2 seen", external_id: "P2-2" });
  await admin.post(`/records/opportunity/${made.id}/transitions`, {
    to: "solution",
    override: { reason: "seen" },
  });
  expect((await admin.get(`/records/opportunity/${made.id}`)).json.data.stage).toBe("solution");
  const refused = await files.imported(
    "no,stage,engaged\nP2-2,方案演示,2017-01-05\n",
    options(["no", "stage", "engaged"]),
  );
  expect(refused).toMatchObject({ failed: 1, updated: 0 });
  expect((await admin.get(`/imports/${refused.id}/errors.csv`)).text).toMatch(/方案演示|Solution/);
  expect(refused.preview[0].errors[0].code).toBe("visit_on_record");
  expect(await replayed()).toEqual([]);
});

/** Everything that one may see of the records, and what is believed of their past. */
async function picture(prefix: string): Promise<unknown> {
  const filter = encodeURIComponent(`startsWith(external_id, "${prefix}")`);
  const { data } = (await admin.get(`/records/opportunity?filter=${filter}&limit=500&sort=external_id`)).json;
  const plain = ({ version: _v, updated_at: _a, updated_by: _b, ...values }: Record<string, unknown>) =>
    values;
  const rows = [];
  for (const row of data) {
    const versions = (await admin.get(`/records/opportunity/${row.id}/versions?limit=100`)).json.data;
    const believed = versions.map(
      ({ from, to, values }: { from: string; to: string | null; values: Record<string, unknown> }) => ({
        from,
        to,
        values: plain(values),
      }),
    );
    rows.push({ row: plain(row), believed, visits: await visits(row.id) });
  }
  const accounts = (
    await admin.get(
      `/records/account?filter=${encodeURIComponent(`startsWith(name, "${prefix}")`)}&sort=name`,
    )
  ).json.data;
  const totals = await admin.post("/records/opportunity/aggregate", {
    filter: `startsWith(external_id, "${prefix}")`,
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
  });
  const board = await admin.post("/records/opportunity/aggregate", {
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
  });
  const search = (await admin.get(`/search?q=${prefix}`)).json;
  const days = ["2016-12-31", "2017-03-05", "2020-01-01"];
  const then = await Promise.all(
    days.map(async (day) =>
      (
        await admin.get(`/records/opportunity?as_of=${day}&filter=${filter}&limit=500&sort=external_id`)
      ).json.data.map(plain),
    ),
  );
  const funnel = (
    await admin.post("/insight/funnel", {
      object: "opportunity",
      mode: "flow",
      from: "2016-01-01",
      to: "2030-01-01",
      filter: `startsWith(external_id, "${prefix}")`,
    })
  ).json;
  return {
    rows,
    accounts: accounts.map(plain),
    totals: totals.json.groups,
    board: board.json.groups,
    search: JSON.stringify(search).match(/"title":"[^"]*"/g),
    past: then,
    stages: funnel.stages ?? funnel.data,
  };
}

const STAGES = ["初步接洽", "需求分析", "方案演示", "商务谈判", "赢单", "输单"];
/** A small generator: the same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * below) % below;
  };
}
test("imports in passes over the same rows, undone newest first, leave exactly the start", async () => {
  for (const seed of [1, 4]) {
    const prefix = `P3${seed}`;
    const pick = numbers(seed * 7919);
    const account = await admin.make("account", { name: `${prefix} account` });
    for (let no = 1; no <= 4; no += 1) {
      const made = await admin.make("opportunity", {
        name: `${prefix} deal ${no}`,
        external_id: `${prefix}-${no}`,
        account: account.id,
        amount: `${no}000`,
      });
      if (no > 2) await admin.patch(`/records/opportunity/${made.id}`, { amount: `${no}500` });
    }
    await app.idle();
    const pictures = [await picture(prefix)];
    const imports: string[] = [];
    for (let pass = 0; pass < 3; pass += 1) {
      const lines = Array.from({ length: 6 }, (_, index) => {
        const day = (from: number): string =>
          `201${from}-${String(1 + pick(12)).padStart(2, "0")}-${String(1 + pick(28)).padStart(2, "0")}`;
        const stage = pick(4) === 0 ? "" : STAGES[pick(STAGES.length)];
        return [
          `${prefix}-${index + 1}`,
          `${prefix} named ${pick(3)}`,
          pick(3) === 0 ? "" : `${pick(9) + 1}00`,
          stage,
          pick(2) ? day(6) : "",
          pick(2) ? day(7) : "",
        ].join(",");
      });
      const csv = `no,deal,amount,stage,engaged,closed\n${lines.join("\n")}\n`;
      const done = await files.imported(csv, options(["no", "deal", "amount", "stage", "engaged", "closed"]));
      expect(done.created + done.updated + done.skipped).toBeGreaterThan(0);
      imports.push(done.id);
      pictures.push(await picture(prefix));
    }
    expect(await replayed()).toEqual([]);
    for (const id of imports.toReversed()) {
      pictures.pop();
      const undone = await files.undone(id);
      expect(undone.undo.kept).toEqual([]);
      expect(await picture(prefix)).toEqual(pictures.at(-1));
    }
    expect(await replayed()).toEqual([]);
  }
});
