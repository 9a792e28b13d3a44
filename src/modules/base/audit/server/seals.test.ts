import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../../testing/app.ts";
import { checkSeals } from "./check-seals.ts";
import { sealLogs } from "./seal-log.ts";

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const check = async () => checkSeals(app.database.db, (await app.context()).workspace);
/** Somebody who owns the database: no trigger stops them. */
const tamper = (text: string, values: unknown[] = []) =>
  app.database.db.transaction(async (tx) => {
    await tx.query({ text: "set local session_replication_role = replica" });
    await tx.query({ text, values });
  });
const lastChanges = (count: number) =>
  app.database.db
    .query<{ seq: number }>({ text: `select seq from w_main.changes order by seq desc limit ${count}` })
    .then((rows) => rows.map(({ seq }) => seq).toReversed());
/** Puts both logs back as they were. */
async function undone(work: () => Promise<void>): Promise<void> {
  await tamper("create table w_main.kept_changes as select * from w_main.changes");
  await tamper("create table w_main.kept_access as select * from w_main.access_log");
  await tamper("create table w_main.kept_seals as select * from w_main.seal");
  try {
    await work();
  } finally {
    for (const [table, kept] of [
      ["changes", "kept_changes"],
      ["access_log", "kept_access"],
      ["seal", "kept_seals"],
    ] as const) {
      await tamper(`delete from w_main.${table}`);
      await tamper(
        `insert into w_main.${table} ${table === "access_log" ? "overriding system value" : ""} select * from w_main.${kept}`,
      );
      await tamper(`drop table w_main.${kept}`);
    }
  }
}

beforeEach(async () => {
  const account = await app.admin.make("account", { name: "Anvil Works", phone: "021-62345678" });
  await app.admin.patch(`/records/account/${account.id}`, { phone: "021-62345679" });
  await app.admin.make("account", { name: "Bellows", phone: "021-62345670" });
  await sealLogs(await app.context(), { all: true });
});

test("a sealed log holds, and holds on as it grows", async () => {
  const before = await check();
  expect(before.broken).toEqual([]);
  expect(before.rows).toBeGreaterThan(3);
  expect(before.upTo.access_log).toBeGreaterThan(0);
  await app.admin.make("account", { name: "Crucible" });
  expect(await sealLogs(await app.context())).toBe(1);
  const after = await check();
  expect(after).toMatchObject({ broken: [], rows: before.rows + 1, seals: before.seals + 1 });
});

test.each([
  [
    "a value changed",
    "changed",
    (seq: number) =>
      tamper(`update w_main.changes set after = jsonb_set(after, '{name}', '"Forged"') where seq = $1`, [
        seq,
      ]),
  ],
  [
    "who did it changed",
    "changed",
    (seq: number) => tamper("update w_main.changes set actor = gen_random_uuid() where seq = $1", [seq]),
  ],
  [
    "the moment changed",
    "changed",
    (seq: number) =>
      tamper("update w_main.changes set at = at - interval '1 microsecond' where seq = $1", [seq]),
  ],
  ["a row deleted", "missing", (seq: number) => tamper("delete from w_main.changes where seq = $1", [seq])],
  [
    "a value and its salt taken away",
    "changed",
    (seq: number) => tamper("update w_main.changes set after = '{}', salt = null where seq = $1", [seq]),
  ],
])("%s is found and named", async (_, what, change) => {
  const [seq = 0] = await lastChanges(3);
  await undone(async () => {
    await change(seq);
    expect((await check()).broken[0]).toMatchObject({ what, log: "changes", position: seq });
  });
  expect((await check()).broken).toEqual([]);
});

test("rows inserted, put in another order or with each other's salts are found", async () => {
  const [first = 0, second = 0] = await lastChanges(3);
  await undone(async () => {
    await tamper(
      `update w_main.changes set seq = case seq when $1 then $2::bigint else $1::bigint end where seq in ($1, $2)`,
      [first, second],
    );
    expect((await check()).broken.map(({ position, what }) => [position, what])).toEqual([
      [first, "changed"],
      [second, "changed"],
    ]);
  });
  await undone(async () => {
    const salts =
      "select (select salt from w_main.changes where seq = $1) as one, (select salt from w_main.changes where seq = $2) as two";
    await tamper(
      `update w_main.changes c set salt = case c.seq when $1 then s.two else s.one end from (${salts}) s where c.seq in ($1, $2)`,
      [first, second],
    );
    expect((await check()).broken).toHaveLength(2);
  });
  await undone(async () => {
    // A write that was refused has left a number free.
    await tamper(`update w_main.changes set seq = seq where false`);
    const [gap] = await app.database.db.query<{ seq: number }>({
      text: "select s.seq from generate_series(1, $1::bigint) s(seq) where not exists (select from w_main.changes c where c.seq = s.seq) order by 1 desc limit 1",
      values: [second],
    });
    const free = gap?.seq ?? -1;
    await tamper(
      `insert into w_main.changes (seq, at, object, record, version, kind, actor_kind, road, before, after) select $1, at, object, record, version, kind, actor_kind, road, before, after from w_main.changes where seq = $2`,
      [free, second],
    );
    expect((await check()).broken[0]).toMatchObject({ position: free, what: "inserted" });
  });
});

test("the access log is sealed too, and a seal that was made anew does not fit the one noted", async () => {
  const { newest } = await check();
  await undone(async () => {
    await tamper(
      "update w_main.access_log set ip = '10.0.0.1' where id = (select max(id) from w_main.access_log where kind = 'sign_in')",
    );
    expect((await check()).broken[0]).toMatchObject({ what: "changed", log: "access_log" });
  });
  await undone(async () => {
    await tamper(
      'update w_main.changes set after = after || \'{"name": "Forged"}\' where seq = (select max(seq) from w_main.changes)',
    );
    await tamper("delete from w_main.seal");
    await sealLogs(await app.context(), { all: true });
    expect((await check()).broken).toEqual([]);
    const noted = { number: newest?.number ?? 0, digest: newest?.digest ?? "" };
    const { broken } = await checkSeals(app.database.db, (await app.context()).workspace, noted);
    expect(broken[0]).toMatchObject({ what: "replaced" });
  });
  await undone(async () => {
    await tamper("delete from w_main.seal where number = 2");
    expect((await check()).broken[0]).toMatchObject({ what: "unlinked" });
  });
});

test("the program's own statements cannot change, delete or truncate either log", async () => {
  for (const text of [
    "update w_main.changes set after = '{}'",
    "delete from w_main.changes",
    "truncate w_main.changes",
    "truncate w_main.changes_other",
    "delete from w_main.access_log",
    "update w_main.access_log set ip = null",
    "truncate w_main.access_log",
    "delete from w_main.seal",
    "update w_main.seal set digest = root",
  ])
    await expect(app.database.db.query({ text }), text).rejects.toThrow("the log is only added to");
  const months = await app.database.db.query<{ name: string }>({
    text: "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'w_main.changes'::regclass",
  });
  for (const { name } of months)
    await expect(app.database.db.query({ text: `truncate ${name}` }), name).rejects.toThrow(
      "the log is only added to",
    );
});
