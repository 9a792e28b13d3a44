import fc from "fast-check";
import { Params } from "../../engine/kernel/params.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Moment, SqlScope } from "../../shared/expression/types.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { TEXTS } from "../expression-source.ts";
import { accounts, deals, people, uuid } from "./expression-records.ts";

const TABLES = `
  create table account (id uuid primary key, name text, industry text, revenue numeric, share numeric, parent uuid, founded date);
  create table person (id uuid primary key, name text);
  create table activity (id uuid primary key, name text, regarding uuid, regarding__object text, done boolean, due date, hours numeric);
  create table deal (id uuid primary key, owner uuid, department uuid, created_at timestamptz, name text, title text, amount numeric, amount__currency text,
    amount__base numeric, quantity bigint, score numeric, rate numeric, won boolean, close_date date, signed_on date, touched_at timestamptz, stage text,
    interests text[], account uuid, place jsonb);`;
const TABLE_OF: Readonly<Record<string, string>> = { user: "person" };

/** The smallest scope: no rights, one table per object. */
export function scopeOver(params: Params, at: Moment): SqlScope {
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

export let held: TestDatabase;
export let db: Database;
export let records: Values[] = [];
/** Begins with tables of the sample records. */
export async function openTables(): Promise<void> {
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
}

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
