import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkExpression } from "../../shared/expression/check.ts";
import { evaluate, holds } from "../../shared/expression/evaluate.ts";
import type { Expression, Moment } from "../../shared/expression/types.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { calendarOf } from "../../shared/time/working-calendar.ts";
import { sampleSchema } from "../../testing/expression-sample.ts";
import { PEOPLE, sources, ZONES } from "../../testing/expression-source.ts";
import { accounts, people } from "../../testing/worlds/expression-records.ts";
import { db, held, openTables, records, scopeOver } from "../../testing/worlds/expression-tables.ts";
import { compileCondition, compileExpression } from "./expression-sql.ts";
import { Params } from "../kernel/params.ts";

beforeAll(openTables);
afterAll(() => held.drop());

const moment: Moment = {
  now: "2024-03-09T16:30:00.000Z",
  zone: "Asia/Shanghai",
  actor: PEOPLE[0] ?? null,
  departments: PEOPLE.slice(0, 1),
  subtree: PEOPLE.slice(0, 2),
  calendar: calendarOf([
    { date: "2024-02-12", working: false },
    { date: "2024-02-18", working: true },
    { date: "2024-05-01", working: false },
  ]),
};

function checked(source: string): Expression {
  const result = checkExpression(source, { schema: sampleSchema, object: "deal" });
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problem)}`);
  return result.expression;
}

/** What each expression gives for each record, in the database. */
async function inDatabase(expressions: readonly Expression[], at: Moment): Promise<WireValue[][]> {
  const params = new Params();
  const outputs = expressions.map((expression, i) => {
    const sql = compileExpression(expression, "d", scopeOver(params, at));
    return `${expression.type === "number" ? `trim_scale(${sql})` : sql} as e${i}`;
  });
  const rows = await db.query<Values>({
    text: `select ${outputs.join(", ")} from deal d order by id`,
    values: params.values,
  });
  return rows.map((row) => expressions.map((_, i) => row[`e${i}`] ?? null));
}

/** Dotted paths and related values as the engine would fetch them: from the database, each alone. */
async function facts(
  expressions: readonly Expression[],
  at: Moment,
): Promise<{ linked: Record<string, WireValue>[]; related: Record<string, WireValue>[] }> {
  const nodes = new Map(
    expressions.flatMap((expression) =>
      expression.references.related.map((node) => [node.key, node] as const),
    ),
  );
  const base = checked("true");
  const values = await inDatabase(
    [...nodes.values()].map((node) => ({ ...base, node, type: node.type })),
    at,
  );
  const related = values.map((row) =>
    Object.fromEntries([...nodes.keys()].map((key, i) => [key, row[i] ?? null])),
  );
  const byId = new Map([...accounts, ...people].map((row) => [row["id"], row]));
  const linked = records.map((record) => {
    const account = byId.get(record["account"] ?? "");
    const parent = byId.get(account?.["parent"] ?? "");
    return {
      ...prefixed("account", account),
      ...prefixed("account.parent", parent),
      ...prefixed("owner", byId.get(record["owner"] ?? "")),
    };
  });
  return { linked, related };
}
const prefixed = (path: string, row: Values | undefined): Record<string, WireValue> =>
  Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [`${path}.${key}`, value]));

async function compareBoth(texts: readonly string[], at: Moment): Promise<void> {
  const expressions = texts.map(checked);
  const [database, known] = [await inDatabase(expressions, at), await facts(expressions, at)];
  for (const [r, record] of records.entries()) {
    for (const [e, expression] of expressions.entries()) {
      const memory = evaluate(expression, {
        ...at,
        record,
        linked: known.linked[r] ?? {},
        related: known.related[r] ?? {},
      });
      const stored = database[r]?.[e] ?? null;
      if (memory !== stored)
        throw new Error(
          `${expression.text}\n  in zone ${at.zone} of ${JSON.stringify({ ...record, ...known.linked[r], ...known.related[r] })}\n  memory ${JSON.stringify(memory)}, database ${JSON.stringify(stored)}`,
        );
    }
  }
}

test("random expressions give the same in the database and in memory", async () => {
  const any = fc.oneof(
    sources.boolean,
    sources.boolean,
    sources.number,
    sources.text,
    sources.date,
    sources.datetime,
  );
  const batch = fc.record({
    texts: fc.array(any, { minLength: 60, maxLength: 60, size: "max" }),
    zone: fc.constantFrom(...ZONES),
  });
  await fc.assert(
    fc.asyncProperty(batch, ({ texts, zone }) => compareBoth(texts, { ...moment, zone })),
    { numRuns: 15, interruptAfterTimeLimit: 15_000 },
  );
});

test("a WHERE keeps the records for which the condition holds, and its negation the others", async () => {
  const batch = fc.array(sources.boolean, { minLength: 20, maxLength: 20, size: "max" });
  const all = records.map(({ id }) => id);
  const property = async (texts: string[]): Promise<void> => {
    const found = await whereEach(texts);
    const others = await whereEach(texts.map((text) => `!(${text})`));
    const expected = await expectedRows(texts);
    for (const [i, text] of texts.entries()) {
      expect(found[i], text).toEqual(expected[i]);
      expect([...(found[i] ?? []), ...(others[i] ?? [])].sort(), text).toEqual(all);
    }
  };
  await fc.assert(fc.asyncProperty(batch, property), { numRuns: 8, interruptAfterTimeLimit: 15_000 });
});

/** Ids of the records that each condition keeps, from one statement. */
async function whereEach(texts: readonly string[]): Promise<WireValue[][]> {
  const params = new Params();
  const selects = texts.map(
    (text, i) =>
      `select ${i} as i, id from deal d where ${compileCondition(checked(text), "d", scopeOver(params, moment))}`,
  );
  const rows = await db.query<{ i: number; id: string }>({
    text: `${selects.join(" union all ")} order by id`,
    values: params.values,
  });
  return texts.map((_, i) => rows.filter((row) => row.i === i).map((row) => row.id));
}
async function expectedRows(texts: readonly string[]): Promise<WireValue[][]> {
  const expressions = texts.map(checked);
  const known = await facts(expressions, moment);
  return expressions.map((expression) =>
    records
      .filter((record, r) =>
        holds(expression, {
          ...moment,
          record,
          linked: known.linked[r] ?? {},
          related: known.related[r] ?? {},
        }),
      )
      .map(({ id }) => id ?? null),
  );
}

function sqlOf(source: string): { sql: string; values: readonly unknown[] } {
  const params = new Params();
  return { sql: compileCondition(checked(source), "d", scopeOver(params, moment)), values: params.values };
}

test("a filter leaves its columns bare, so that indexes serve", () => {
  expect(sqlOf('stage == "won" && amount >= 100000 and close_date < today() + days(30)')).toEqual({
    sql: "((d.stage = $1::text) and (d.amount__base >= $2::numeric) and (d.close_date < $3::date))",
    values: ["won", "100000", "2024-04-09"],
  });
  expect(sqlOf("stage in ['open', 'won'] || owner == me()")).toEqual({
    sql: "((d.stage = any($1::text[])) or (d.owner = $2::uuid))",
    values: [["open", "won"], PEOPLE[0]],
  });
  expect(sqlOf('created_at <= "2024-03-31"')).toEqual({
    sql: "(d.created_at < $1::timestamptz)",
    values: ["2024-03-31T16:00:00.000000Z"],
  });
  expect(sqlOf("account != null && !(stage == 'won')").sql).toBe(
    "((d.account is not null) and (d.stage is distinct from $1::text))",
  );
  expect(sqlOf('interests.contains("云服务") && !(amount < 5)').sql).toBe(
    "(d.interests @> array[$1::text] and ((d.amount__base < $2::numeric)) is not true)",
  );
});

test("no text of a caller reaches the SQL", async () => {
  const hostile = `'; drop table deal; -- " \\ $1 {"`;
  const { sql, values } = sqlOf(
    `name == ${JSON.stringify(hostile)} || name.contains(${JSON.stringify(hostile)}) || name in [${JSON.stringify(hostile)}, "x"]`,
  );
  expect(sql).not.toContain("drop");
  expect(values).toContain(hostile);
  expect(await whereEach([`name == ${JSON.stringify(hostile)}`])).toEqual([[]]);
});

test("the largest expressions still run", async () => {
  const nested = (depth: number): string => (depth === 0 ? "amount" : `(${nested(depth - 1)} / 3)`);
  const wide = `${"amount * ".repeat(200)}99999999999999999999999999999.5`;
  const bomb = Array.from({ length: 40 }).reduce<string>(
    (text) => `SUBSTITUTE(${text}, "x", "xxxxxxxx")`,
    '"x" & name',
  );
  await compareBoth(
    [
      nested(45),
      wide,
      `LEN(${bomb})`,
      `${"won || ".repeat(240)}won`,
      "created_at + hours(99999999999999) == null",
      "1 / (amount - amount) == null",
    ],
    moment,
  );
});
