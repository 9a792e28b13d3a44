import { asProgram } from "../kernel/elevate.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modules } from "../../apps/server/modules.ts";
import { type TestApp, testApp } from "../../testing/app.ts";
import type { PastState } from "../kernel/save-request.ts";
import { save } from "../record/save.ts";
import { replayLog, type ObjectReplayed } from "./replay.ts";

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const ledgers = modules.flatMap((module) => module.ledgers ?? []);
const replay = async (): Promise<readonly ObjectReplayed[]> => replayLog(await app.context(), ledgers);
const wrong = (report: readonly ObjectReplayed[]) =>
  report.filter(({ differing }) => differing.length > 0).map(({ what, differing }) => ({ what, differing }));
const of = (report: readonly ObjectReplayed[], what: string) => report.find((one) => one.what === what);
const done = async (answer: Promise<{ status: number; text: string }>): Promise<void> => {
  const { status, text } = await answer;
  expect(status, text).toBeLessThan(300);
};

/** The same numbers in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test("an untouched company is what its log says", async () => {
  const report = await replay();
  expect(wrong(report)).toEqual([]);
  expect(of(report, "user")?.rows).toBeGreaterThan(0);
  expect(of(report, "pipeline")?.rows).toBeGreaterThan(0);
});

test("a world of random writes on every road is rebuilt from its log, byte for byte", async () => {
  const roll = dice(20261121);
  const pick = <T>(all: readonly T[]): T => all[roll(all.length)] ?? (all[0] as T);
  const label = { "zh-CN": "等级", en: "Grade" };
  await done(app.admin.post("/objects/account/fields", { name: "grade", kind: "decimal", scale: 4, label }));
  await done(
    app.admin.post("/objects/account/fields", {
      name: "double_grade",
      kind: "formula",
      expression: "grade_c * 2",
      returns: "decimal",
      label: { "zh-CN": "双倍", en: "Double" },
    }),
  );
  await done(
    app.admin.post("/objects", {
      name: "visit",
      label: { "zh-CN": "拜访", en: "Visit" },
      plural: { "zh-CN": "拜访", en: "Visits" },
      title_label: { "zh-CN": "名称", en: "Name" },
    }),
  );
  await done(
    app.admin.post("/records/exchange_rate", { currency: "USD", rate: "7.1234", since: "2020-01-01" }),
  );
  const tags: string[] = [];
  for (const name of ["重点", "Renewal"]) tags.push((await app.admin.make("tag", { name })).id);
  const accounts: string[] = [];
  const deals: string[] = [];
  for (let at = 0; at < 8; at += 1) {
    const account = await app.admin.make("account", {
      name: `客户 ${at}`,
      grade_c: `${at}.50`,
      phone: "021-62345678",
    });
    accounts.push(account.id);
    const deal = await app.admin.make("opportunity", {
      name: `商机 ${at}`,
      account: account.id,
      amount: { amount: `${1000 + at}.5`, currency: at % 2 ? "USD" : "CNY" },
    });
    deals.push(deal.id);
  }
  const stages = (await app.admin.get(`/pipelines?object=opportunity`)).json.data[0].stages.map(
    ({ name }: { name: string }) => name,
  ) as string[];
  const statuses = new Map<string, number>();
  const act = async (): Promise<void> => {
    const account = pick(accounts);
    const deal = pick(deals);
    const acts: readonly (() => Promise<{ status: number }>)[] = [
      () =>
        app.admin.patch(`/records/account/${account}`, {
          grade_c: `${roll(90)}.${roll(10)}0`,
          phone: `021-6234${1000 + roll(9000)}`,
        }),
      () => app.admin.patch(`/records/account/${account}`, { tags: roll(2) ? [pick(tags)] : [] }),
      () =>
        app.admin.patch(`/records/opportunity/${deal}`, {
          amount: { amount: `${roll(100_000)}.${roll(99)}`, currency: pick(["CNY", "USD"]) },
        }),
      () =>
        app.admin.post(`/records/opportunity/${deal}/transitions`, {
          to: pick(stages),
          reason: "tried",
          override: { reason: "for the test" },
        }),
      () => app.admin.delete(`/records/opportunity/${deal}`),
      () => app.admin.post(`/records/opportunity/${deal}/restore`),
      () =>
        app.admin.post("/batch", {
          operations: accounts.slice(0, 3).map((id, index) => ({
            op: "update",
            object: "account",
            id,
            values:
              index === roll(3) ? { phone: `010-6234${1000 + roll(9000)}` } : { grade_c: `${roll(9)}.500` },
          })),
        }),
      () =>
        app.admin.post("/records/note", {
          subject: "n",
          content: "c",
          regarding: { object: "opportunity", id: deal },
        }),
      () => app.admin.post("/records/visit_c", { name: `v${roll(1000)}` }),
      () => app.admin.patch(`/records/account/${account}`, { owner: null }),
    ];
    const index = roll(acts.length);
    const { status } = (await acts[index]?.()) ?? { status: 0 };
    if (status >= 200 && status < 300) statuses.set(String(index), (statuses.get(String(index)) ?? 0) + 1);
  };
  for (let at = 0; at < 150; at += 1) await act();
  expect(statuses.size, JSON.stringify([...statuses])).toBe(10);
  await done(
    app.admin.post("/records/calendar_day", { date: "2026-11-16", name: "Holiday", working: false }),
  );
  await back("2026-01-05T01:00:00Z", accounts[0] ?? "", stages);
  for (let at = 0; at < 30; at += 1) await act();
  const report = await replay();
  expect(wrong(report)).toEqual([]);
  for (const what of ["account", "opportunity", "account_tag", "visit_c", "note", "stage_visit"])
    expect(of(report, what)?.rows, what).toBeGreaterThan(1);
  expect(of(report, "opportunity")?.versions).toBeGreaterThan(20);
});

/** A deal told with its past, one of them taken back as if it had never been. */
async function back(at: string, account: string, stages: readonly string[]): Promise<void> {
  const context = asProgram(await app.context(), "a test");
  const [first = "", second = ""] = stages;
  const past: readonly PastState[] = [
    { at, values: { stage: first, amount: "10.00" } },
    { at: "2026-02-05T01:00:00.5Z", values: { stage: second } },
  ];
  const values = { name: "Told later", account, amount: "20.00", stage: second };
  const create = { op: "create", object: "opportunity", values, past } as const;
  const made = await save(context, {
    road: "import",
    mode: "all",
    operations: [create, create, create],
    override: { reason: "history" },
  });
  expect(made.saved, JSON.stringify(made.results)).toBe(true);
  const [, gone, back] = made.results;
  if (!gone?.id || !back?.id) throw new Error("nothing was made");
  const taken = await save(context, {
    road: "import",
    mode: "all",
    operations: [{ op: "delete", object: "opportunity", id: gone.id, retract: true }],
  });
  expect(taken.saved).toBe(true);
  for (const step of [{ op: "delete", retract: true } as const, { op: "restore" } as const])
    expect(
      (
        await save(context, {
          road: "import",
          mode: "all",
          operations: [{ ...step, object: "opportunity", id: back.id }],
        })
      ).saved,
    ).toBe(true);
}

test("what the log does not say is found: a row, a version, a visit, a row too many, one too few", async () => {
  const account = await app.admin.make("account", { name: "Tampered" });
  await app.admin.patch(`/records/account/${account.id}`, { name: "Tampered with" });
  const deal = await app.admin.make("opportunity", { name: "Tampered", account: account.id });
  const lone = await app.admin.make("account", { name: "Lone" });
  const sql = (text: string, id: string) => app.database.db.query({ text, values: [id] });
  await sql(`update w_main.o_account set name = 'Forged' where id = $1`, account.id);
  await sql(
    `update w_main.h_account set valid_to = valid_to + interval '1 microsecond' where id = $1`,
    account.id,
  );
  await sql(
    `update w_main.stage_visit set entered_at = entered_at - interval '1 day' where record = $1`,
    deal.id,
  );
  await sql(`delete from w_main.o_account where id = $1`, lone.id);
  const report = wrong(await replay());
  expect(report).toEqual([
    {
      what: "account",
      differing: expect.arrayContaining([
        { id: account.id, what: "different", of: "row" },
        { id: account.id, what: "different", of: "version" },
        { id: lone.id, what: "missing", of: "row" },
      ]),
    },
    { what: "stage_visit", differing: [{ id: deal.id, what: "different", of: "row" }] },
  ]);
});
