import { ident, type Transaction } from "../../platform/db/database.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import { formatNumber, numberIn } from "../../shared/metadata/number-format.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import { dayIn } from "../../shared/time/zone.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { invalid, type Item, refuseItem } from "./batch.ts";
import { recordMessages } from "./messages.ts";
import { withLabel } from "../values/field-reason.ts";

type AutoNumber = FieldOf<"auto_number">;
interface Counter {
  readonly name: string;
  readonly code: string;
  readonly fresh: Item[];
  /** The highest number that was given. */
  given: number;
}

/**
 * Gives new records their numbers, e.g. "Q-{YYYY}{MM}-{0000}" → Q-202611-0001, by period and department where
 * the field says so. The counters' rows are changed in the record's own transaction: racing writers come one
 * after the other, and what is rolled back leaves no gap. A given number is refused where it is taken;
 * counting goes on after the highest. One statement for each field, however many records.
 */
export async function numberRecords(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
): Promise<void> {
  const fields = object.fields.filter(
    (field): field is AutoNumber => field.kind === "auto_number" && !field.hidden,
  );
  if (fields.length === 0) return;
  const today = dayIn(context.company.zone, context.now);
  for (const field of fields) {
    const given = items.filter(
      (item) => item.operation.op !== "delete" && item.changed.has(field.name) && item.after[field.name],
    );
    const fresh = items.filter((item) => item.operation.op === "create" && !item.after[field.name]);
    if (given.length > 0) await refuseTaken(tx, context, object, field, given);
    const counters = await countersOf(
      tx,
      context,
      object,
      field,
      today,
      fresh,
      given.filter((item) => !item.refusal),
    );
    if (counters.length > 0) await count(tx, context, field, today, counters);
  }
}

async function countersOf(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  field: AutoNumber,
  today: string,
  fresh: readonly Item[],
  given: readonly Item[],
): Promise<Counter[]> {
  const codes = field.by_department
    ? await codesOf(tx, context, [...fresh, ...given])
    : new Map<string, string>();
  const counters = new Map<string, Counter>();
  const counterFor = (item: Item): Counter => {
    const department = field.by_department
      ? String(partOf(anyRecord, item.after).department ?? "none")
      : null;
    const name = [
      object.name,
      field.name,
      ...(department === null ? [] : [department]),
      periodOf(field, today),
    ].join(".");
    const counter = counters.get(name) ?? {
      name,
      code: codes.get(department ?? "") ?? "",
      fresh: [],
      given: 0,
    };
    counters.set(name, counter);
    return counter;
  };
  for (const item of fresh) counterFor(item).fresh.push(item);
  for (const item of given) {
    const counter = counterFor(item);
    counter.given = Math.max(
      counter.given,
      numberIn(field.format, String(item.after[field.name]), today, counter.code) ?? 0,
    );
  }
  return [...counters.values()]
    .filter((counter) => counter.fresh.length > 0 || counter.given > 0)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function count(
  tx: Transaction,
  context: Context,
  field: AutoNumber,
  today: string,
  counters: readonly Counter[],
): Promise<void> {
  const rows = await tx.query<{ name: string; value: number }>({
    text: `insert into ${systemTable(context.workspace, "counter")} as c (name, value)
      select name, given + many from unnest($1::text[], $2::bigint[], $3::bigint[]) as w(name, given, many) order by name
      on conflict (name) do update set value = greatest(c.value, (select given from unnest($1::text[], $2::bigint[]) as g(name, given) where g.name = c.name))
        + (select many from unnest($1::text[], $3::bigint[]) as m(name, many) where m.name = c.name)
      returning name, value`,
    values: [
      counters.map(({ name }) => name),
      counters.map(({ given }) => given),
      counters.map(({ fresh }) => fresh.length),
    ],
  });
  const values = new Map(rows.map((row) => [row.name, Number(row.value)]));
  for (const { name, code, fresh } of counters) {
    const first = (values.get(name) ?? 0) - fresh.length + 1;
    fresh.forEach((item, index) => {
      item.after[field.name] = formatNumber(field.format, first + index, today, code);
      item.changed.add(field.name);
    });
  }
}

/** The codes of the records' departments. */
async function codesOf(
  tx: Transaction,
  context: Context,
  items: readonly Item[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.flatMap(({ after }) => partOf(anyRecord, after).department ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; code: string | null }>({
    text: `select id, code from ${tableOf(context.workspace, "department")} where id = any($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map(({ id, code }) => [id, code ?? ""]));
}

async function refuseTaken(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  field: AutoNumber,
  items: readonly Item[],
): Promise<void> {
  const numberOf = (item: Item): string => String(item.after[field.name]);
  const rows = await tx.query<{ id: string; number: string }>({
    text: `select id, ${ident(field.name)} as number from ${tableOf(context.workspace, object.name)} where ${ident(field.name)} = any($1::text[]) and deleted_at is null`,
    values: [items.map(numberOf)],
  });
  const holders = new Map(rows.map(({ id, number }) => [number, id]));
  for (const item of items) {
    const holder = holders.get(numberOf(item));
    if (holder !== undefined && holder !== item.id) {
      const text = withLabel(recordMessages.number_taken, field);
      refuseItem(item, {
        ...invalid([{ code: "number_taken", field: field.name, params: { value: numberOf(item) }, text }]),
      });
    } else holders.set(numberOf(item), item.id);
  }
}

const LENGTHS = { year: 4, month: 7, day: 10 } as const;
const periodOf = (field: AutoNumber, today: string): string =>
  field.period ? today.slice(0, LENGTHS[field.period]) : "all";
