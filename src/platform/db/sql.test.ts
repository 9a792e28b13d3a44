import { expect, test } from "vitest";
import { joined, numbered, spelled, sql, SpelledOnce, toStatement } from "./sql.ts";

const table = spelled(`"w_main"."o_user"`);

test("a text is a value, a piece is text, and places are numbered through all pieces", () => {
  const named = sql`name = ${"$1; drop table"}`;
  const piece = sql`select id from ${table} where ${joined([sql`id = ${7}`, named], " and ")} limit ${9}`;
  expect(toStatement(piece)).toMatchObject({
    text: `select id from "w_main"."o_user" where id = $1 and name = $2 limit $3`,
    values: [7, "$1; drop table", 9],
  });
});

test("places are numbered on behind those of another statement", () => {
  const { between } = toStatement(sql`select '$1' as literal where ${1} < ${2}`);
  expect(numbered(between, 4)).toBe("select '$1' as literal where $4 < $5");
});

test("what is put together alike is spelled once, with the values of this time", () => {
  const once = new SpelledOnce();
  const find = (id: number, isLocked: boolean) =>
    once.statement(sql`select ${id} from ${table}${isLocked ? sql` for update` : sql``}`);
  const [first, second, third] = [find(1, false), find(2, false), find(3, true)];
  expect(second.between).toBe(first.between);
  expect(second).toMatchObject({ text: `select $1 from "w_main"."o_user"`, values: [2] });
  expect(third).toMatchObject({ text: `select $1 from "w_main"."o_user" for update`, values: [3] });
});

test("a value and a piece that change places are not taken for one another", () => {
  const once = new SpelledOnce();
  const pair = (a: unknown, b: unknown) => once.statement(sql`select ${a}, ${b}`).text;
  expect(pair(1, sql`now()`)).toBe("select $1, now()");
  expect(pair(sql`now()`, 1)).toBe("select now(), $1");
});
