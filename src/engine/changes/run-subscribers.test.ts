import { afterAll, beforeAll, expect, test } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { testApp, type TestApp } from "../../testing/app.ts";
import { save } from "../record/save.ts";
import type { LoggedChange, OneByOne, SetWise, Subscriber } from "../kernel/hooks.ts";
import type { Database } from "../../platform/db/database.ts";
import { gatherNewest } from "./newest-numbers.ts";
import { followLogForSubscribers } from "./subscribers-loop.ts";
import { runSubscribers } from "./run-subscribers.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** A subscriber that keeps the names of the accounts it hears of, and fails while `fails` says so. */
function listener(
  name: string,
  fails: (account: string) => boolean = () => false,
): OneByOne & { readonly heard: string[] } {
  const heard: string[] = [];
  const run = async (_: unknown, { after }: LoggedChange): Promise<void> => {
    const account = String(after["name"]);
    if (fails(account)) throw new Error("not now");
    heard.push(account);
  };
  return {
    word: "react",
    name,
    label: label("听", "Listens"),
    applies: (object) => object.name === "account",
    run,
    heard,
  };
}
/** The same set-wise: it keeps how many came with each call, and fails for a whole set with such an account. */
function gatherer(
  name: string,
  fails: (account: string) => boolean = () => false,
): SetWise & { readonly heard: string[]; readonly calls: number[] } {
  const [heard, calls]: [string[], number[]] = [[], []];
  const { label: title, applies } = listener(name);
  const runAll = async (_: unknown, changes: readonly LoggedChange[]): Promise<void> => {
    calls.push(changes.length);
    const accounts = changes.map(({ after }) => String(after["name"]));
    if (accounts.some(fails)) throw new Error("the name 客户 must not be shown");
    heard.push(...accounts);
  };
  return { word: "react", name, label: title, applies, runAll, heard, calls };
}
const pass = async (subscribers: readonly Subscriber[]) =>
  runSubscribers(app.database.db, (await app.context()).workspace, app.context, subscribers);
async function settle(subscribers: readonly Subscriber[]): Promise<void> {
  while ((await pass(subscribers)).more);
}
async function make(from: number, to: number): Promise<void> {
  const operations = Array.from(
    { length: to - from },
    (_, at) => ({ op: "create", object: "account", values: { name: `客户 ${from + at}` } }) as const,
  );
  expect((await save(await app.context(), { road: "setup", mode: "all", operations })).saved).toBe(true);
}

test("each subscriber hears every change once and in order, beyond a page too; one that comes later hears what comes later", async () => {
  const [early, beside, late] = [listener("test.early"), listener("test.beside"), listener("test.late")];
  for (const from of [0, 60, 120, 180, 240]) await make(from, from + 60);
  expect((await pass([early, beside])).more).toBe(true);
  await settle([early, beside]);
  await make(300, 310);
  await settle([early, beside, late]);
  const all = Array.from({ length: 310 }, (_, at) => `客户 ${at}`);
  expect(early.heard).toEqual(all);
  expect(beside.heard).toEqual(all);
  expect(late.heard).toEqual(all.slice(300));
  const builder = { ...listener("test.builder"), needsPast: true } as const;
  await settle([early, beside, late, builder]);
  expect(builder.heard, "one that needs the past hears all of it").toEqual(all);
  expect([early.heard, late.heard], "and nobody else hears it again").toEqual([all, all.slice(300)]);
  expect(await pass([early, beside, late])).toMatchObject({ read: 0, more: false });
});

test("who has read everything asks for the newest number alone, and reads again with the next change", async () => {
  const reader = listener("test.quiet");
  await settle([reader]);
  const asked: string[] = [];
  const { db } = app.database;
  const watched: Database = {
    ...db,
    query: (statement) => (asked.push(statement.text), db.query(statement)),
  };
  const { workspace } = await app.context();
  const readers = followLogForSubscribers(watched, workspace, [reader], app.context, (error) =>
    asked.push(`failed ${String(error)}`),
  );
  const looks = (): number => asked.filter((text) => text.includes("pg_locks")).length;
  await expect.poll(looks).toBeGreaterThan(0);
  const lastAsked = () => asked.slice(-3).map((text) => text.includes("changes_seq"));
  await expect.poll(lastAsked, { timeout: 20_000 }).toEqual([true, true, true]);
  await make(900, 901);
  await expect.poll(() => reader.heard.at(-1), { timeout: 20_000 }).toBe("客户 900");
  await readers.stop();
});

test("what fails is put aside and tried again, and holds up neither the rest nor another subscriber", async () => {
  let ill = true;
  const [failing, well] = [
    listener("test.failing", (account) => ill && account === "客户 401"),
    listener("test.well"),
  ];
  await settle([failing, well]);
  for (const reader of [failing, well]) reader.heard.length = 0;
  await make(400, 403);
  await settle([failing, well]);
  expect(failing.heard).toEqual(["客户 400", "客户 402"]);
  expect(well.heard).toEqual(["客户 400", "客户 401", "客户 402"]);
  const failures = () =>
    app.database.db.query({
      text: "select reader, attempts from w_main.reader_failure where reader like 'test.%'",
    });
  expect(await failures()).toEqual([{ reader: "test.failing", attempts: 1 }]);
  ill = false;
  await app.database.db.query({ text: "update w_main.reader_failure set due_at = now()" });
  await pass([failing, well]);
  expect(failing.heard).toEqual(["客户 400", "客户 402", "客户 401"]);
  expect(await failures()).toEqual([]);
});

test("taken set-wise, 10,000 changes are 20 calls, and what they cost does not grow with their number", async () => {
  const reader = gatherer("test.many");
  await settle([reader]);
  const log = (count: number) =>
    app.database.db.query({
      text: `insert into w_main.changes (seq, at, object, record, version, kind, actor_kind, road, before, after)
             select nextval('w_main.changes_seq'), now(), 'account', gen_random_uuid(), 1, 'create', 'system', 'setup', '{}', jsonb_build_object('name', n) from generate_series(1, ${count}) n`,
    });
  await log(10_000);
  await settle([reader]);
  expect(reader.calls).toEqual(Array.from({ length: 20 }, () => 500));
  expect(reader.heard).toEqual(Array.from({ length: 10_000 }, (_, at) => String(at + 1)));
  const asked: string[] = [];
  const { db } = app.database;
  const watched: Database = {
    ...db,
    query: (statement) => (asked.push(statement.text), db.query(statement)),
  };
  const costOf = async (count: number): Promise<number> => {
    await log(count);
    const before = asked.length;
    const context = await app.context();
    await runSubscribers(watched, context.workspace, () => Promise.resolve({ ...context, db: watched }), [
      reader,
    ]);
    return asked.length - before;
  };
  expect(await costOf(400)).toBe(await costOf(4));
});

test("a set that fails is halved down to the change that fails, which is put aside alone; retried, it is tried with others that are due", async () => {
  let ill = ["客户 517"];
  const reader = gatherer("test.halved", (account) => ill.includes(account));
  const well = gatherer("test.whole");
  await settle([reader, well]);
  for (const { heard, calls } of [reader, well]) [heard.length, calls.length] = [0, 0];
  await make(500, 600);
  const told: Error[] = [];
  const context = await app.context();
  await runSubscribers(app.database.db, context.workspace, app.context, [reader, well], (error) =>
    told.push(error),
  );
  const all = Array.from({ length: 100 }, (_, at) => `客户 ${500 + at}`);
  expect(reader.heard).toEqual(all.filter((name) => name !== "客户 517"));
  expect(reader.calls.length).toBeLessThanOrEqual(1 + 2 * 7);
  expect([well.heard, well.calls]).toEqual([all, [100]]);
  const failures = () =>
    app.database.db.query({
      text: "select f.attempts, f.error, f.code, c.after ->> 'name' as name from w_main.reader_failure f join w_main.changes c using (seq) where reader = 'test.halved' order by seq",
    });
  expect(await failures()).toEqual([{ attempts: 1, error: null, code: null, name: "客户 517" }]);
  expect(told.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^test\.halved could not deal with change \d+$/),
  ]);

  ill = ["客户 701", "客户 702"];
  await make(700, 705);
  await settle([reader]);
  ill = ["客户 702"];
  await app.database.db.query({ text: "update w_main.reader_failure set due_at = now()" });
  reader.calls.length = 0;
  await pass([reader]);
  expect(reader.calls[0]).toBe(3);
  expect(reader.heard.slice(-2)).toEqual(["客户 517", "客户 701"]);
  expect(await failures()).toEqual([{ attempts: 2, error: null, code: null, name: "客户 702" }]);
});

test("a failure whose change is no longer in the log is not looked for again and again", async () => {
  const reader = gatherer("test.lost");
  await settle([reader]);
  await app.database.db.query({
    text: "insert into w_main.reader_failure (reader, seq, attempts, due_at) values ('test.lost', 999999999, 1, now())",
  });
  await pass([reader]);
  expect((await pass([reader])).dueIn).toBeNull();
});

test("where the database is gone nothing is put aside, and nothing is passed over", async () => {
  const reader = gatherer("test.gone", () => true);
  await settle([reader]);
  await make(800, 804);
  const context = await app.context();
  const gone = { ...context.db, query: () => Promise.reject(new Error("connection terminated")) };
  reader.calls.length = 0;
  await expect(
    runSubscribers(app.database.db, context.workspace, () => Promise.resolve({ ...context, db: gone }), [
      reader,
    ]),
  ).rejects.toThrow("connection terminated");
  expect(reader.calls).toEqual([4]);
  await pass([reader]);
  expect(reader.calls[1]).toBe(4);
});

test("what this process writes wakes its subscribers at once; they wait for no clock, and many workspaces ask with one statement", async () => {
  const reader = listener("test.woken");
  await settle([reader]);
  const context = await app.context();
  const { db } = app.database;
  let waits = 0;
  const pause = (_: number, woken: AbortSignal): Promise<void> => (
    waits++,
    new Promise((resolve) => woken.addEventListener("abort", () => resolve(), { once: true }))
  );
  const readers = followLogForSubscribers(db, context.workspace, [reader], app.context, () => undefined, {
    follower: context.follower,
    pause,
  });
  await expect.poll(() => waits).toBeGreaterThan(0);
  await make(950, 951);
  await expect.poll(() => reader.heard.at(-1), { timeout: 20_000 }).toBe("客户 950");
  await readers.stop();

  const asked: string[] = [];
  const newest = gatherNewest({ query: (statement) => (asked.push(statement.text), db.query(statement)) }, [
    "access_log_id_seq",
  ]);
  const [one, again] = await Promise.all([
    newest(context.workspace),
    newest({ ...context.workspace, code: "other" }),
  ]);
  expect([asked.length, one]).toEqual([1, again]);
  expect(one.changes).toBeGreaterThan(0);
});

test("a change is told only once it is committed", async () => {
  const { db } = app.database;
  const told: string[] = [];
  const work = (name: string) =>
    db.transaction(async (tx) => (tx.whenCommitted({}, () => told.push(name)), { ok: name !== "refused" }));
  await work("refused");
  await expect(
    db.transaction(
      (tx) => (tx.whenCommitted({}, () => told.push("failed")), tx.query({ text: "select 1/0" })),
    ),
  ).rejects.toThrow();
  await work("written");
  expect(told).toEqual(["written"]);
});
