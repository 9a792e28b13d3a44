import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { connectDatabase } from "./connect.ts";
import { migrate, workspacePlace } from "./migrate.ts";
import type { Migration } from "./migration.ts";

const things: Migration = { id: "0001_things", scope: "workspace", statements: (schema) => [`create table ${schema}.thing (id int primary key)`] };
const names: Migration = {
  id: "0002_names",
  scope: "workspace",
  statements: (schema) => [`alter table ${schema}.thing add column name text`, `insert into ${schema}.thing values (1, 'a')`],
};
const keys: Migration = { id: "0001_keys", scope: "installation", statements: (schema) => [`create table ${schema}.key (id int)`] };

let at: TestDatabase;
beforeEach(async () => void (at = await testDatabase()));
afterEach(() => at.drop());

test("processes that start together apply each migration once", async () => {
  const others = [connectDatabase(at.url), connectDatabase(at.url), at.db];
  const results = await Promise.all(others.map((db) => migrate(db, [names, keys, things])));
  for (const result of results) expect(result).toEqual([{ code: "main", schema: "w_main", version: "0002_names" }]);
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
  const bad: Migration = { id: "0003_bad", scope: "workspace", statements: (schema) => [`create table ${schema}.half (id int)`, "select 1/0"] };
  await expect(migrate(at.db, [things, bad])).rejects.toThrow(/zero/);
  expect(await at.db.query({ text: "select to_regclass('w_main.half') as half, schema_version from sluice.workspace" })).toEqual([
    { half: null, schema_version: "0001_things" },
  ]);
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
