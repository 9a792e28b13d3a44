import { afterAll, beforeAll, expect, test } from "vitest";
import { tablesOf } from "../engine/schema/statement.ts";
import { type Column, integer, orNull, sure, text, uuid } from "../platform/db/columns.ts";
import { toStatement } from "../platform/db/sql.ts";
import { type TestApp, testApp } from "../testing/app.ts";
import { definedStatements } from "../testing/defined-statements.ts";
import { StatementReader } from "../testing/read-statement.ts";

let at: TestApp;
let reader: StatementReader;
beforeAll(async () => {
  at = await testApp();
  reader = await StatementReader.on(at.database.url);
});
afterAll(async () => {
  await reader.close();
  await at.close();
});

const statements = await definedStatements();

test("there are statements to be read", () => {
  expect(statements.length).toBeGreaterThan(0);
});

test.for(statements)("$name is what PostgreSQL says of it", async ({ statement, asked }) => {
  const { workspace } = await at.context();
  const spelled = toStatement(statement.build(tablesOf(workspace), ...asked)).text;
  expect(await reader.differences(spelled, statement.columns)).toEqual([]);
});

const reading = (asked: string, columns: Readonly<Record<string, Column<unknown>>>) =>
  reader.differences(asked, columns);

test("a row that is not what the statement answers is found", async () => {
  const { schema } = (await at.context()).workspace;
  const from = `"${schema}"."session" s left join "${schema}"."o_user" u on u.id = s.user_id`;
  expect(await reading(`select s.id from ${from}`, { id: integer })).toEqual(["id is uuid"]);
  expect(await reading(`select s.id from ${from}`, { id: orNull(uuid) })).toEqual(["id is never empty"]);
  expect(await reading(`select s.id, 1 as n from ${from}`, { id: uuid })).toEqual(["there is n, too"]);
  expect(await reading(`select s.id from ${from}`, { id: uuid, name: text })).toEqual(["there is no name"]);
  expect(await reading(`select s.ended_at::text from ${from}`, { ended_at: text })).toEqual([]);
  expect(await reading(`select u.name from ${from}`, { name: text })).toEqual(["name may be empty"]);
  expect(await reading(`select u.id from ${from}`, { id: uuid })).toEqual(["id may be empty"]);
  expect(await reading(`select u.id from ${from}`, { id: orNull(uuid) })).toEqual([]);
  expect(await reading(`select u.name from ${from}`, { name: sure(text) })).toEqual([]);
  expect(await reading(`select s.id from ${from}`, { id: sure(uuid) })).toEqual(["id is never empty"]);
  expect(await reading(`select nonsense from ${from}`, {})).toEqual([`column "nonsense" does not exist`]);
});
