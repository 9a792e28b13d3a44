import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../platform/db/database.ts";
import { checkExpression } from "../../shared/expression/check.ts";
import { evaluate, holds } from "../../shared/expression/evaluate.ts";
import type { Expression, Moment, SqlScope } from "../../shared/expression/types.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { calendarOf } from "../../shared/time/working-calendar.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { sampleSchema } from "../../testing/expression-sample.ts";
import { PEOPLE, TEXTS, ZONES, sources } from "../../testing/expression-source.ts";
import { compileCondition, compileExpression } from "./expression-sql.ts";
import { Params } from "./params.ts";

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

const TABLES = `
  create table account (id uuid primary key, name text, industry text, revenue numeric, share numeric, parent uuid, founded date);
  create table person (id uuid primary key, name text);
  create table activity (id uuid primary key, name text, regarding uuid, regarding__object text, done boolean, due date, hours numeric);
  create table deal (id uuid primary key, owner uuid, department uuid, created_at timestamptz, name text, title text, amount numeric, amount__currency text,
    amount__base numeric, quantity bigint, score numeric, rate numeric, won boolean, close_date date, signed_on date, touched_at timestamptz, stage text,
    interests text[], account uuid, place jsonb);`;
const TABLE_OF: Readonly<Record<string, string>> = { user: "person" };

/** The smallest scope: no rights, one table per object. */
function scopeOver(params: Params, at: Moment): SqlScope {
  const scope: SqlScope = {
    ...at,
    param: (value, type) => params.add(value, type),
    field(alias, { field, part, kind }) {
      if (kind === "address")
        return part === undefined ? `${alias}.${field}` : `(${alias}.${field} ->> '${part}')`;
      if (part === "currency") return `${alias}.${field}__currency`;
      if (part === "amount") return `${alias}.${field}`;
      if (kind === "money" && field === "amount") return `${alias}.amount__base`;
      if (kind === "integer") return `${alias}.${field}::numeric`;
      return kind === "percent" ? `(${alias}.${field} * 0.01)` : `${alias}.${field}`;
    },
    asof() {
      throw new Error("these tables have no versions");
    },
    follow(alias, step, inner) {
      const row = params.alias();
      const target = step.target ?? "";
      const right = step.several ? ` and ${alias}.${step.field}__object = '${target}'` : "";
      return `(select ${inner(row)} from ${TABLE_OF[target] ?? target} ${row} where ${row}.id = ${alias}.${step.field}${right})`;
    },
    related(alias, node, condition) {
      const row = params.alias();
      const from = `from ${node.object} ${row} where ${row}.${node.via} = ${alias}.id and ${row}.${node.via}__object = 'deal' and ${condition(row)}`;
      if (node.fn === "exists") return `exists (select 1 ${from})`;
      return `(select ${node.fn === "avg" ? `round(avg(${row}.${node.field}), 12)` : `${node.fn}(${node.field === undefined ? "*" : `${row}.${node.field}`})`} ${from})`;
    },
  };
  return scope;
}

const uuid = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 5 });
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  fc
    .string({ unit: "binary", maxLength: 6 })
    .filter((given) => !/[\0\p{Surrogate}]/u.test(given))
    .map((given) => given.normalize("NFC")),
);
const decimal = fc.oneof(
  fc.constantFrom(
    "0",
    "1",
    "-1",
    "0.5",
    "-0.5",
    "2.5",
    "-2.5",
    "3",
    "1234567.891",
    "0.000000000001",
    "-0.333333333333",
    "99999999999999999999",
    "12.345",
  ),
  fc
    .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 6 }))
    .map(
      ([digits, places]) =>
        (digits < 0 ? "-" : "") +
        `${"0".repeat(7)}${Math.abs(digits)}`.replace(new RegExp(`(?=.{${places}}$)`), places > 0 ? "." : ""),
    ),
);
const day = fc.oneof(
  fc.constantFrom(
    "0001-01-01",
    "9999-12-31",
    "1970-01-01",
    "2024-02-29",
    "2024-01-31",
    "2024-03-10",
    "2023-12-31",
  ),
  fc
    .date({ min: new Date("2000-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const time = fc.oneof(
  // Around midnight of Shanghai, and around clock changes of the other zones.
  fc.constantFrom(
    "2024-03-09T15:59:59.999999Z",
    "2024-03-09T16:00:00.000000Z",
    "2024-03-10T04:59:59.000001Z",
    "2024-03-10T05:00:00.000000Z",
    "2024-11-03T04:30:00.000000Z",
    "2024-11-03T05:30:00.000000Z",
    "2024-11-03T06:30:00.123456Z",
    "2024-03-31T00:00:00.000000Z",
  ),
  fc
    .date({ min: new Date("1972-01-01"), max: new Date("2037-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().replace("Z", "000Z")),
);
const money = fc.record({ amount: decimal, currency: fc.constantFrom("CNY", "USD"), base: decimal });
const deals = fc.record({
  owner: maybe(fc.constantFrom(...PEOPLE)),
  department: maybe(fc.constantFrom(...PEOPLE)),
  created_at: time,
  name: maybe(text),
  title: maybe(text),
  amount: maybe(money),
  quantity: maybe(fc.oneof(fc.integer({ min: -40, max: 40 }), fc.maxSafeInteger())),
  score: maybe(decimal),
  rate: maybe(decimal),
  won: maybe(fc.boolean()),
  close_date: maybe(day),
  signed_on: maybe(day),
  touched_at: maybe(time),
  stage: maybe(fc.constantFrom("open", "won", "lost")),
  interests: maybe(fc.subarray(["cloud", "data", "a"])),
  account: maybe(fc.constantFrom(uuid(101), uuid(102))),
  place: maybe(fc.record({ city: fc.constantFrom("上海", "a") })),
});

const accounts: Values[] = [
  {
    id: uuid(101),
    name: "华为",
    industry: "manufacturing",
    revenue: "1000.5",
    share: "12.5",
    parent: uuid(102),
    founded: "2000-02-29",
  },
  { id: uuid(102), name: null, industry: "retail", revenue: null, share: null, parent: null, founded: null },
];
const people: Values[] = [
  { id: PEOPLE[0] ?? "", name: "张三" },
  { id: PEOPLE[1] ?? "", name: null },
];

let held: TestDatabase;
let db: Database;
let records: Values[] = [];
beforeAll(async () => {
  held = await testDatabase();
  db = held.db;
  for (const statement of TABLES.split(";\n")) await db.query({ text: statement });
  records = fc
    .sample(deals, { numRuns: 24, seed: 24 })
    .map((record, i) => ({ ...record, id: uuid(1000 + i) }));
  const activities = records.flatMap(({ id }, i) =>
    Array.from({ length: i % 4 }, (_, j) => ({
      id: uuid(5000 + i * 10 + j),
      name: TEXTS[(i + j) % TEXTS.length] ?? "",
      regarding: id ?? null,
      regarding__object: "deal",
      done: [true, false, null][(i + j) % 3] ?? null,
      due: j === 2 ? null : `2024-03-0${j + 8}`,
      hours: ["1", "2.5", null][j] ?? null,
    })),
  );
  await fillTable("account", accounts);
  await fillTable("person", people);
  await fillTable("activity", activities);
  await fillTable("deal", records.map(columns));
});
afterAll(() => held.drop());

async function fillTable(table: string, rows: readonly Values[]): Promise<void> {
  await db.query({
    text: `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    values: [JSON.stringify(rows)],
  });
}
function columns(record: Values): Values {
  const amount = record["amount"];
  const whole = amount !== null && typeof amount === "object" && "base" in amount ? amount : null;
  return {
    ...record,
    amount: whole?.["amount"] ?? null,
    amount__currency: whole?.["currency"] ?? null,
    amount__base: whole?.["base"] ?? null,
  };
}

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
