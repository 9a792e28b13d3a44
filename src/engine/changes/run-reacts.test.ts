import { afterAll, beforeAll, expect, test } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { testApp, type TestApp } from "../../testing/app.ts";
import { save } from "../record/save.ts";
import type { LoggedChange, React } from "../hooks.ts";
import type { Database } from "../../platform/db/database.ts";
import { gatherNewest } from "./newest-numbers.ts";
import { runReaders } from "./run-readers.ts";
import { runReacts } from "./run-reacts.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** A reader that keeps the names of the accounts it hears of, and fails while `fails` says so. */
function listener(
  name: string,
  fails: (account: string) => boolean = () => false,
): React & { readonly heard: string[] } {
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
const pass = async (reacts: readonly React[]) =>
  runReacts(app.database.db, (await app.context()).workspace, app.context, reacts);
async function settle(reacts: readonly React[]): Promise<void> {
  while ((await pass(reacts)).more);
}
async function make(from: number, to: number): Promise<void> {
  const operations = Array.from(
    { length: to - from },
    (_, at) => ({ op: "create", object: "account", values: { name: `客户 ${from + at}` } }) as const,
  );
  expect((await save(await app.context(), { road: "setup", mode: "all", operations })).saved).toBe(true);
}

test("each reader hears every change once and in order, beyond a page too; one that comes later hears what comes later", async () => {
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
  const readers = runReaders(watched, workspace, [reader], app.context, (error) =>
    asked.push(`failed ${String(error)}`),
  );
  const looks = (): number => asked.filter((text) => text.includes("pg_locks")).length;
  await expect.poll(looks).toBeGreaterThan(0);
  const before = asked.length;
  await expect.poll(() => asked.length - before, { timeout: 20_000, interval: 50 }).toBeGreaterThanOrEqual(3);
  expect(asked.slice(before, before + 3).every((text) => text.includes("changes_seq"))).toBe(true);
  await make(900, 901);
  await expect.poll(() => reader.heard.at(-1), { timeout: 20_000 }).toBe("客户 900");
  await readers.stop();
});

test("what fails is put aside and tried again, and holds up neither the rest nor another reader", async () => {
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

test("what this process writes wakes its readers at once; they wait for no clock, and many workspaces ask with one statement", async () => {
  const reader = listener("test.woken");
  await settle([reader]);
  const context = await app.context();
  const { db } = app.database;
  let waits = 0;
  const pause = (_: number, woken: AbortSignal): Promise<void> => (
    waits++,
    new Promise((resolve) => woken.addEventListener("abort", () => resolve(), { once: true }))
  );
  const readers = runReaders(db, context.workspace, [reader], app.context, () => undefined, {
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
