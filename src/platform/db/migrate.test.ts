import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { connectDatabase } from "./connect.ts";
import { migrate, workspacePlace } from "./migrate.ts";
import type { Migration } from "./migration.ts";

const things: Migration = {
  id: "0001_things",
  scope: "workspace",
  statements: (schema) => [`create table ${schema}.thing (id int primary key)`],
};
const names: Migration = {
  id: "0002_names",
  scope: "workspace",
  statements: (schema) => [
    `alter table ${schema}.thing add column name text`,
    `insert into ${schema}.thing values (1, 'a')`,
  ],
};
const keys: Migration = {
  id: "0001_keys",
  scope: "installation",
  statements: (schema) => [`create table ${schema}.key (id int)`],
};

let at: TestDatabase;
beforeEach(async () => void (at = await testDatabase()));
afterEach(() => at.drop());

test("processes that start together apply each migration once", async () => {
  const others = [connectDatabase(at.url), connectDatabase(at.url), at.db];
  const results = await Promise.all(others.map((db) => migrate(db, [names, keys, things])));
  for (const result of results)
    expect(result).toEqual([{ code: "main", schema: "w_main", version: "0002_names" }]);
  expect(await at.db.query({ text: "select name from w_main.thing" })).toEqual([{ name: "a" }]);
  await Promise.all(others.slice(0, 2).map((db) => db.close()));
});

test("an older state comes forward, a new workspace gets everything", async () => {
  await migrate(at.db, [things]);
  const result = await migrate(at.db, [things, names], [workspacePlace("main"), workspacePlace("acme")]);
  expect(result.map((one) => [one.code, one.version])).toEqual([
    ["acme", "0002_names"],
    ["main", "0002_names"],
  ]);
  expect(await at.db.query({ text: "select count(*) from w_acme.thing" })).toEqual([{ count: 1 }]);
});

test("a failing migration leaves nothing of itself", async () => {
  const bad: Migration = {
    id: "0003_bad",
    scope: "workspace",
    statements: (schema) => [`create table ${schema}.half (id int)`, "select 1/0"],
  };
  await expect(migrate(at.db, [things, bad])).rejects.toThrow(/zero/);
  expect(
    await at.db.query({
      text: "select to_regclass('w_main.half') as half, schema_version from sluice.workspace",
    }),
  ).toEqual([{ half: null, schema_version: "0001_things" }]);
});

test("it waits for a busy table instead of giving up", async () => {
  await migrate(at.db, [things]);
  const busy = at.db.transaction(
    async (tx) => {
      await tx.query({ text: "select * from w_main.thing" });
      await new Promise((resolve) => setTimeout(resolve, 900));
    },
    { longer: 30_000 },
  );
  await migrate(at.db, [things, names]);
  await busy;
  expect(await at.db.query({ text: "select count(*) from w_main.thing" })).toEqual([{ count: 1 }]);
});

test("indexes of tables with rows are built before the migration, concurrently; what was left half made is made anew", async () => {
  const logs: Migration = {
    id: "0001_logs",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.line (id int, at date not null, who text) partition by range (at)`,
      `create table ${schema}.line_old partition of ${schema}.line for values from ('2025-01-01') to ('2026-01-01')`,
      `create table ${schema}.line_other partition of ${schema}.line default`,
      `create table ${schema}.plain (id int)`,
      `create table ${schema}.bare (id int)`,
    ],
  };
  const found: Migration = {
    id: "0002_found",
    scope: "workspace",
    statements: (schema) => [
      `alter table ${schema}.plain add column name text`,
      `create index line_by_who on ${schema}.line (who, at) where who is not null`,
      `create index plain_by_id on ${schema}.plain (id)`,
      `create index plain_by_name on ${schema}.plain (name)`,
      `create index bare_by_id on ${schema}.bare (id)`,
    ],
  };
  await migrate(at.db, [logs]);
  for (const text of [
    "insert into w_main.line select n, '2025-06-01', 'a' from generate_series(1, 50) n",
    "insert into w_main.plain select generate_series(1, 50)",
    "create index plain_by_id on w_main.plain (id)",
    "update pg_index set indisvalid = false where indexrelid = 'w_main.plain_by_id'::regclass",
  ])
    await at.db.query({ text });
  const asked: string[] = [];
  await migrate({ ...at.db, query: (statement) => (asked.push(statement.text), at.db.query(statement)) }, [
    logs,
    found,
  ]);
  expect(asked.filter((text) => /index concurrently/.test(text))).toEqual([
    'create index concurrently "line_old_line_by_who" on "w_main"."line_old" (who, at) where who is not null',
    'drop index concurrently "w_main"."plain_by_id"',
    'create index concurrently "plain_by_id" on "w_main"."plain" (id)',
    // The migration makes the column first.
    'create index concurrently "plain_by_name" on "w_main"."plain" (name)',
  ]);
  const indexes = await at.db.query<{ name: string; whole: string | null }>({
    text: `select c.relname as name, p.relname as whole from pg_index i join pg_class c on c.oid = i.indexrelid left join pg_inherits h on h.inhrelid = c.oid left join pg_class p on p.oid = h.inhparent
      where c.relnamespace = 'w_main'::regnamespace and i.indisvalid and c.relname ~ 'line|plain|bare' order by c.relname`,
  });
  expect(indexes.filter(({ name }) => name !== "line_other_who_at_idx")).toEqual([
    { name: "bare_by_id", whole: null },
    { name: "line_by_who", whole: null },
    { name: "line_old_line_by_who", whole: "line_by_who" },
    { name: "plain_by_id", whole: null },
    { name: "plain_by_name", whole: null },
  ]);
});
