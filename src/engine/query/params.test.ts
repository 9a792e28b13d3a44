import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { Params, type ParamType } from "../kernel/params.ts";

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.drop());

test("a value whose condition fell away leaves the others their places", async () => {
  const params = new Params();
  params.add("gone", "text");
  const [kept, also] = [params.add(7, "integer"), params.add("a", "text")];
  params.add("gone too", "text");
  const statement = params.statement(`select ${kept} as n, ${also} as t`);
  expect(statement.values).toEqual([null, 7, "a"]);
  for (const name of [undefined, "kept"]) {
    const asked = name === undefined ? statement : { ...statement, name };
    expect(await at.db.query(asked)).toEqual([{ n: 7, t: "a" }]);
  }
});

test("a statement of which nothing is left to ask has no values", () => {
  const params = new Params();
  params.add("gone", "text");
  expect(params.statement("select 1")).toEqual({ text: "select 1", values: [] });
});

test("a place is told from one whose number begins alike", () => {
  const params = new Params();
  const places = Array.from({ length: 11 }, (_, n) => params.add(n, "integer"));
  expect(params.statement(`select ${places[10]}`).values?.slice(0, 2)).toEqual([null, null]);
});

test("PostgreSQL knows the type that is told of every kind of value", async () => {
  const types: readonly ParamType[] = [
    "boolean",
    "bigint",
    "integer",
    "text",
    "integer[]",
    "text[]",
    "date",
    "date[]",
    "timestamptz",
    "timestamptz[]",
    "interval",
    "numeric[]",
    "numeric",
    "uuid",
    "uuid[]",
    "jsonb",
  ];
  for (const type of types) {
    const params = new Params();
    params.add(null, type);
    const { types: told = [] } = params.statement(`select ${params.add(1, "integer")}`);
    expect(
      await at.db.query({
        text: "select $1::oid::regtype = $2::text::regtype as same",
        values: [told[0], type],
      }),
    ).toEqual([{ same: true }]);
  }
});
