import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { connectDatabase } from "./connect.ts";
import { type Sql, sql, toStatement } from "./sql.ts";

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
  await at.db.query({ text: "create table thing (id int primary key, name text)" });
});
afterAll(() => at.drop());

test("values come back exactly as the contract says", async () => {
  const [row] = await at.db.query({
    text: `select 9007199254740991::bigint as big, '0.10'::numeric as money, '2026-02-29'::text as word, '2026-03-01'::date as day,
      '2026-01-02 03:04:05.12+08'::timestamptz as instant, '2026-01-02T00:00:00.000001Z'::timestamptz as micro, '{"a":[1]}'::jsonb as json,
      array[1.50, null]::numeric[] as moneys, array['2026-03-01'::date] as days, array['2026-01-02 03:04:05Z'::timestamptz] as instants,
      array[[1,2],[3,4]]::bigint[] as grid, array['{"a":1}'::jsonb] as jsons, '\\x00ff'::bytea as bytes, null::date as nothing, array['a,"b']::text[] as texts`,
  });
  expect(row).toEqual({
    big: 9007199254740991,
    money: "0.10",
    word: "2026-02-29",
    day: "2026-03-01",
    instant: "2026-01-01T19:04:05.120000Z",
    micro: "2026-01-02T00:00:00.000001Z",
    json: { a: [1] },
    moneys: ["1.50", null],
    days: ["2026-03-01"],
    instants: ["2026-01-02T03:04:05.000000Z"],
    grid: [
      [1, 2],
      [3, 4],
    ],
    jsons: [{ a: 1 }],
    bytes: Buffer.from([0, 255]),
    nothing: null,
    texts: ['a,"b'],
  });
});

test("a refusal and a rejection roll back, a value commits", async () => {
  const add = (id: number) => ({ text: "insert into thing (id) values ($1)", values: [id] });
  const refused = await at.db.transaction(async (tx) => (await tx.query(add(1)), { ok: false, why: "no" }));
  await expect(
    at.db.transaction(async (tx) => {
      await tx.query(add(2));
      throw new Error("broken");
    }),
  ).rejects.toThrow("broken");
  await at.db.transaction(async (tx) => (await tx.query(add(3)), { ok: true }));
  expect(refused).toEqual({ ok: false, why: "no" });
  expect(await at.db.query({ text: "select id from thing" })).toEqual([{ id: 3 }]);
});

test("an error swallowed inside a transaction does not look like a commit", async () => {
  const work = at.db.transaction(async (tx) => {
    await tx.query({ text: "select 1/0" }).catch(() => undefined);
    return "fine";
  });
  await expect(work).rejects.toThrow(/had failed/);
});

test("a slow statement and an idle transaction are ended, and the pool goes on", async () => {
  const slow = at.db.transaction((tx) => tx.query({ text: "select pg_sleep(60)" }), { longer: 1000 });
  await expect(slow).rejects.toMatchObject({ code: "57014" });
  const idle = at.db.transaction(
    async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return tx.query({ text: "select 1" });
    },
    { longer: 50 },
  );
  await expect(idle).rejects.toThrow();
  expect(await at.db.query({ text: "select 1 as one" })).toEqual([{ one: 1 }]);
});

test("at most 500 named statements are kept, and one survives a change of its table", async () => {
  const db = connectDatabase(at.url, { max: 1, namedStatements: true });
  for (let i = 0; i < 520; i++) await db.query({ text: `select ${i} as n`, name: "n" });
  const [count] = await db.query<{ count: number }>({ text: "select count(*) from pg_prepared_statements" });
  expect(count?.count).toBe(500);
  const read = { text: "select * from thing", name: "all" };
  await db.query(read);
  await at.db.query({ text: "alter table thing add column more int" });
  expect(await db.query(read)).toEqual([{ id: 3, name: null, more: null }]);
  await db.close();
});

test("listening goes on after its connection is lost", async () => {
  const heard: string[] = [];
  const stop = await at.db.listen("news", (payload) => heard.push(payload));
  const say = (text: string) => at.db.query({ text: "select pg_notify('news', $1)", values: [text] });
  const hears = (text: string) => expect.poll(() => heard, { timeout: 30_000 }).toContain(text);
  await say("one");
  await hears("one");
  await at.db.query({
    text: "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()",
  });
  await hears("");
  await say("two");
  await hears("two");
  await stop();
});

test("a transaction ended by the server says why, and the pool goes on", async () => {
  const idle = at.db.transaction(
    async (tx) => {
      const [mine] = await tx.query<{ pid: number }>({ text: "select pg_backend_pid() as pid" });
      const ended = {
        text: "select not exists (select from pg_stat_activity where pid = $1) as ended",
        values: [mine?.pid],
      };
      await expect.poll(() => at.db.query(ended), { timeout: 30_000 }).toEqual([{ ended: true }]);
      await tx.query({ text: "select 2" });
    },
    { longer: 1000 },
  );
  await expect(idle).rejects.toMatchObject({ code: "25P03" });
  expect(await at.db.query({ text: "select 3 as three" })).toEqual([{ three: 3 }]);
});

test("two that find one row at most are one statement in a turn: each has its own columns, and the fault of one is not the other's", async () => {
  const one = (asked: Sql) => ({ ...toStatement(asked), name: "one", findsOne: true });
  const both = async (first: ReturnType<typeof one>, second: ReturnType<typeof one>) => {
    const turn = at.db.turn();
    return Promise.allSettled([turn.query(first), turn.query(second)]);
  };
  const found = (...rows: readonly object[]) => ({ status: "fulfilled", value: rows });
  const [three, four] = [
    one(sql`select ${3}::int as id, ${"a"}::text as note`),
    one(sql`select ${4}::int as id, null::text as note`),
  ];
  const nothing = one(sql`select ${1}::int as id where ${1}::int > 9`);
  expect(await both(three, four)).toEqual([found({ id: 3, note: "a" }), found({ id: 4, note: null })]);
  expect(await both(three, nothing)).toEqual([found({ id: 3, note: "a" }), found()]);
  expect(await both(nothing, four)).toEqual([found(), found()]);
  expect(await both(three, one(sql`select 1/${0}::int as id`))).toMatchObject([
    found({ id: 3, note: "a" }),
    { status: "rejected", reason: { code: "22012" } },
  ]);
});
