import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { programOf } from "../../../../apps/server/modules.ts";
import { type Context, SubscriberError } from "../../../../engine/public.ts";
import type { Module } from "../../../../engine/module.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { appOn, type Client, prepareProgram, type TestApp } from "../../../../testing/app.ts";
import { testDatabase } from "../../../../testing/database.ts";
import { clearTimers, type NewTimer, setTimers } from "./set-timers.ts";
import { runScheduled, scheduled, settleSchedules } from "./schedules.ts";
import { fireBatch, fireDue } from "./fire-timers.ts";
import { timerKinds } from "./timer-kinds.ts";

/** Calls of the kind, each with the keys of its timers; what it does is written in the transaction of the timers. */
let calls: string[][] = [];
let runs = 0;
const bad = new SubscriberError("too_late", label("太迟了", "Too late"));
const ringing = timerKinds.define("ring", {
  label: label("响铃", "Ring"),
  fire: async (tx, { workspace }, timers) => {
    calls.push(timers.map(({ key }) => key));
    await tx.query({
      text: `insert into "${workspace.schema}".rung (key, at) select x, clock_timestamp() from unnest($1::text[]) x`,
      values: [timers.map(({ key }) => key)],
    });
    if (timers.some(({ params }) => params["fails"] === true)) throw bad;
    return { later: timers.filter(({ params }) => params["held"] === true).map(({ id }) => id) };
  },
});
const hourly = scheduled.define("hourly", {
  label: label("每小时", "Every hour"),
  schedule: async () => ({ cron: "0 * * * *" }),
  run: async () => void (runs += 1),
});
const ringer: Module = {
  name: "ringer",
  contributes: [ringing, hourly],
  migrations: [
    {
      id: "9000_rung",
      scope: "workspace",
      statements: (schema) => [`create table ${schema}.rung (key text, at timestamptz)`],
    },
  ],
};

let app: TestApp;
let admin: Client;
let context: Context;
const of = programOf([ringer]);
beforeAll(async () => {
  app = await appOn(await testDatabase({ template: "timers", prepare: (db) => prepareProgram(db, { of }) }), {
    of,
  });
  admin = app.admin;
  context = await app.context();
});
afterAll(() => app.close());
beforeEach(async () => {
  calls = [];
  await app.database.db.query({ text: `delete from w_main.timer where kind = 'ring'` });
  await app.database.db.query({ text: `delete from w_main.rung` });
});

const set = (...timers: NewTimer[]) =>
  context.db.transaction((tx) => setTimers(tx, context, ringing, timers));
/** Without the alarm, so that nobody but the test does them. */
const setQuietly = (...timers: NewTimer[]) =>
  context.db.transaction((tx) =>
    setTimers({ ...tx, whenCommitted: () => undefined }, context, ringing, timers),
  );
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
const states = async (): Promise<Record<string, number>> => {
  const rows = await app.database.db.query<{ state: string; n: number }>({
    text: `select state, count(*)::int as n from w_main.timer where kind = 'ring' group by state`,
  });
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};
const rung = async (): Promise<readonly string[]> =>
  (
    await app.database.db.query<{ key: string }>({ text: `select key from w_main.rung order by at, key` })
  ).map(({ key }) => key);
const fireAll = async (): Promise<void> => {
  while ((await fireBatch(context, 500)) > 0);
};
const [one, two] = ["01900000-0000-7000-8000-000000000001", "01900000-0000-7000-8000-000000000011"];

test("what is due is done set-wise, of one record in its order; what is not due waits; one that is set again is moved", async () => {
  await setQuietly(
    { record: one, object: "task", key: "b", due_at: ago(10) },
    { record: one, object: "task", key: "a", due_at: ago(5) },
    { record: two, object: "task", key: "c", due_at: ago(1) },
    { record: two, object: "task", key: "d", due_at: ago(-3600) },
    { record: two, object: "task", key: "moved", due_at: ago(1) },
  );
  await setQuietly({ record: two, object: "task", key: "moved", due_at: ago(-7200) });
  await fireAll();
  expect(calls).toEqual([["b", "c"], ["a"]]);
  expect(await states()).toEqual({ fired: 3, waiting: 2 });
});

test("of many one fails alone, comes again later and has failed in the end, in words; then it is told to try again", async () => {
  await setQuietly(
    ...Array.from({ length: 8 }, (_, at): NewTimer => ({
      key: String(at),
      record: `01900000-0000-7000-8000-00000000${String(at).padStart(3, "0")}1`,
      object: "task",
      due_at: ago(1),
      params: at === 5 ? { fails: true } : {},
    })),
  );
  await fireAll();
  expect(await rung()).toHaveLength(7);
  expect(await states()).toEqual({ fired: 7, waiting: 1 });
  for (let again = 0; again < 6; again += 1) {
    await app.database.db.query({
      text: `update w_main.timer set run_at = now() where state = 'waiting' and kind = 'ring'`,
    });
    await fireAll();
  }
  const { data, counts } = (await admin.get("/timers?state=failed")).json;
  expect(data).toMatchObject([
    {
      kind: "ring",
      label: { en: "Ring" },
      tries: 6,
      title: null,
      error: { code: "too_late", message: "Too late" },
    },
  ]);
  expect(counts).toMatchObject({ failed: 1, fired: 7 });
  expect((await admin.post(`/timers/${data[0].id}/retry`)).status).toBe(202);
  expect((await admin.post(`/timers/${data[0].id}/retry`)).json.code).toBe("not_failed");
  const seller = await app.person({ name: "李娜", role: "seller" });
  expect([
    (await seller.get("/timers")).status,
    (await seller.post(`/timers/${data[0].id}/retry`)).status,
  ]).toEqual([403, 403]);
});

test("a batch that dies leaves its timers unfired, and whoever comes next does each once; workers share", async () => {
  await setQuietly(
    ...Array.from({ length: 300 }, (_, at): NewTimer => ({
      key: String(at),
      record: `01900000-0000-7000-8000-${String(at * 7).padStart(12, "0")}`,
      object: "task",
      due_at: ago(1),
    })),
  );
  const dying = context.db.transaction(async (tx) => {
    const dead: Context = { ...context, db: { ...context.db, transaction: (work) => work(tx) } };
    await fireBatch(dead, 50);
    throw new Error("killed");
  });
  await expect(dying).rejects.toThrow("killed");
  expect(await states()).toEqual({ waiting: 300 });
  await Promise.all([fireAll(), fireAll(), fireAll()]);
  await fireAll();
  const done = await rung();
  expect([done.length, new Set(done).size]).toEqual([300, 300]);
});

test("what is just being changed comes a moment later, and what is taken back never", async () => {
  await setQuietly(
    { record: one, object: "task", key: "held", due_at: ago(1), params: { held: true } },
    { record: one, object: "task", key: "x/1", due_at: ago(1) },
  );
  await context.db.transaction((tx) => clearTimers(tx, context, ringing, [{ record: one, prefix: "x/" }]));
  await fireAll();
  expect(await states()).toEqual({ cancelled: 1, waiting: 1 });
});

test("set within a second, it is done by itself within the next", async () => {
  await set({ key: "soon", due_at: ago(-0.7) });
  const begun = Date.now();
  await expect.poll(rung, { timeout: 5000, interval: 20 }).toEqual(["soon"]);
  expect(Date.now() - begun).toBeLessThan(1700);
});

test("the timers of a record are told to whoever sees it", async () => {
  const task = await admin.make("task", { subject: "Call" });
  await set({ object: "task", record: task.id, key: "k", due_at: ago(-600) });
  expect((await admin.get(`/records/task/${task.id}/timers`)).json.data).toMatchObject([
    { state: "waiting", title: "Call" },
  ]);
  const stranger = await app.person({ name: "王伟", role: "seller" });
  expect((await stranger.get(`/records/task/${task.id}/timers`)).status).toBe(404);
});

test("what comes by a schedule runs when it is due and stands for the next time; missed times come once", async () => {
  const waiting = () =>
    app.database.db.query<{ due_at: string }>({
      text: `select due_at from w_main.timer where kind = 'schedule' and state = 'waiting' and key = 'hourly'`,
    });
  const [first] = await waiting();
  expect(first?.due_at.slice(14, 19)).toBe("00:00");
  await app.database.db.query({
    text: `update w_main.timer set due_at = now() - interval '5 hours', run_at = now() - interval '5 hours' where key = 'hourly' and state = 'waiting'`,
  });
  await settleSchedules(context);
  await fireDue(context);
  await app.idle();
  expect(runs).toBe(1);
  expect(await waiting()).toEqual([first]);
  await runScheduled(context, { name: "nobody knows it" });
});
