import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, WireValue } from "../../shared/metadata/object.ts";
import { amountText } from "../../shared/money/minor-units.ts";
import { dayIn } from "../../shared/time/zone.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { columnsOf } from "../schema/names.ts";
import { average } from "./expression-sql-bind.ts";
import { fieldNamed } from "./chosen-fields.ts";
import type { AggregateRequest } from "./contract.ts";
import type { MeasureFunction } from "../../shared/wire/records.contract.ts";
import { badRequest } from "./messages.ts";
import { isReadableSomewhere, readableOn, shownWhere } from "./on-row.ts";
import { computedOutput } from "./outputs.ts";
import { plainDecimal, rollupKind, type FoundRow } from "./present.ts";
import type { Reading } from "./reading.ts";

export interface Measure {
  readonly columns: readonly { readonly sql: string; readonly as: string }[];
  readonly read: (row: FoundRow) => WireValue;
}
type Asked = AggregateRequest["measures"][number];

const MAX_MEASURES = 20;
const FUNCTIONS: readonly MeasureFunction[] = [
  "count",
  "count_distinct",
  "sum",
  "avg",
  "min",
  "max",
  "median",
  "p90",
];
const NUMBERS: readonly string[] = ["integer", "decimal", "percent", "money"];

/**
 * The measures of an aggregate: counts as numbers, everything else as decimal strings, money as {amount,
 * currency}.
 */
export function measures(
  reading: Reading,
  object: CatalogObject,
  asked: AggregateRequest["measures"],
): Result<readonly Measure[]> {
  if (asked.length > MAX_MEASURES)
    return badRequest("too_many", "measures", { what: "measures", max: MAX_MEASURES });
  const made: Measure[] = [];
  for (const [at, each] of asked.entries()) {
    const measure = measureOf(reading, object, each, `_m${at}`);
    if (!measure.ok) return measure;
    made.push(measure.value);
  }
  return accept(made);
}

function measureOf(
  reading: Reading,
  object: CatalogObject,
  { fn, field: name, weight }: Asked,
  as: string,
): Result<Measure> {
  if (fn === "count" && name === undefined)
    return accept({ columns: [{ sql: "count(*)", as }], read: (row) => Number(row[as] ?? 0) });
  const field = name === undefined ? undefined : fieldNamed(object, name);
  if (!field || !isReadableSomewhere(reading.context, object, field.name))
    return badRequest("unknown_field", "measures", { name: (name ?? "").slice(0, 60) });
  const cannot = badRequest("not_measurable", "measures", { name: field.name, fn: String(fn).slice(0, 20) });
  const column = valueColumn(reading, object, field);
  if (column === undefined || !FUNCTIONS.includes(fn)) return cannot;
  if (weight !== undefined) return weighted(reading, object, { fn, field, weight }, as);
  if (fn === "count" || fn === "count_distinct") {
    const sql = `count(${fn === "count" ? "" : "distinct "}${column})`;
    return accept({ columns: [{ sql, as }], read: (row) => Number(row[as] ?? 0) });
  }
  const kind = measuredKind(reading, field);
  if (field.kind === "money") return accept(moneyMeasure(reading, object, field, fn, as));
  if (NUMBERS.includes(kind)) {
    const isMoney = kind === "money";
    const currency = reading.context.company.currency;
    const sql = over(fn, field.kind === "integer" ? `${column}::numeric` : column);
    return accept({
      columns: [{ sql, as }],
      read: (row) => numberWire(row[as], isMoney ? currency : undefined),
    });
  }
  const isOrdered = kind === "date" || kind === "datetime";
  return isOrdered && (fn === "min" || fn === "max")
    ? accept({ columns: [{ sql: `${fn}(${column})`, as }], read: (row) => (row[as] ?? null) as WireValue })
    : cannot;
}

const measuredKind = (reading: Reading, field: Field): string =>
  field.kind === "formula"
    ? field.returns
    : field.kind === "rollup"
      ? rollupKind(reading.context, field)
      : field.kind;

function valueColumn(reading: Reading, object: CatalogObject, field: Field): string | undefined {
  const [column] = columnsOf(field);
  if (column?.type === "jsonb") return undefined;
  const isComputed = field.kind === "formula" || field.kind === "rollup";
  const value = column
    ? `t.${ident(column.name)}`
    : isComputed
      ? computedOutput(reading, "t", object, field)
      : undefined;
  return value && shownWhere(readableOn(reading, object, "t", field.name), value);
}

const numberWire = (value: unknown, currency?: string): WireValue => {
  if (value === null || value === undefined) return null;
  return currency === undefined
    ? plainDecimal(String(value))
    : { amount: amountText(String(value), currency), currency };
};

interface Weighted {
  readonly fn: MeasureFunction;
  readonly field: Field;
  readonly weight: string;
}
/**
 * A sum of money in which each record counts by its percentage; what has none counts nothing. Whoever may not
 * read the percentage is told nothing of it by the sum either.
 */
function weighted(
  reading: Reading,
  object: CatalogObject,
  { fn, field, weight }: Weighted,
  as: string,
): Result<Measure> {
  const share = fieldNamed(object, weight);
  if (!share || !isReadableSomewhere(reading.context, object, share.name))
    return badRequest("unknown_field", "measures", { name: weight.slice(0, 60) });
  if (fn !== "sum" || field.kind !== "money" || share.kind !== "percent")
    return badRequest("not_measurable", "measures", { name: weight.slice(0, 60), fn });
  const counted = shownWhere(readableOn(reading, object, "t", share.name), `t.${ident(share.name)}`);
  return accept(moneyMeasure(reading, object, field, fn, as, (amount) => `${amount} * ${counted} / 100`));
}

/** In its own currency while there is only one; else in company currency, and says so (decision 16). */
function moneyMeasure(
  reading: Reading,
  object: CatalogObject,
  field: Field,
  fn: MeasureFunction,
  as: string,
  counts: (amount: string) => string = (amount) => amount,
): Measure {
  const { company, now } = reading.context;
  const isRead = readableOn(reading, object, "t", field.name);
  const [amount = "", currency = "", base = ""] = [
    field.name,
    `${field.name}__currency`,
    `${field.name}__base`,
  ].map((name) => shownWhere(isRead, `t.${ident(name)}`));
  const given = `filter (where ${amount} is not null)`;
  return {
    columns: [
      { sql: over(fn, counts(amount)), as },
      { sql: over(fn, counts(base)), as: `${as}_base` },
      { sql: `min(${currency}) ${given}`, as: `${as}_from` },
      { sql: `max(${currency}) ${given}`, as: `${as}_to` },
    ],
    read: (row) => {
      const from = row[`${as}_from`];
      if (from === row[`${as}_to`])
        return numberWire(row[as], typeof from === "string" ? from : company.currency);
      const mixed = row[`${as}_base`];
      if (mixed === null || mixed === undefined) return null;
      return {
        amount: amountText(String(mixed), company.currency),
        currency: company.currency,
        mixed: true,
        rate_date: dayIn(company.zone, reading.asOf ?? now),
      };
    },
  };
}

/** SQL of a number measure: sums of nothing are 0, averages and percentiles have 12 decimals. */
function over(fn: MeasureFunction, value: string): string {
  if (fn === "sum") return `coalesce(sum(${value}), 0)`;
  if (fn === "avg") return average(value);
  if (fn === "median") return percentile(value, "0.5");
  return fn === "p90" ? percentile(value, "0.9") : `${fn}(${value})`;
}

/**
 * SQL of a percentile (share "0.5" is the median) over the values that are not null: as percentile_cont, but
 * exact; that one computes in floats. 12 decimals.
 */
export function percentile(value: string, share: string): string {
  const all = `(array_agg(${value} order by ${value}) filter (where ${value} is not null))`;
  const place = `((count(${value}) - 1) * ${share})`;
  const low = `${all}[floor(${place})::int + 1]`;
  const high = `${all}[ceil(${place})::int + 1]`;
  return `round(${low} + (${high} - ${low}) * (${place} - floor(${place})), 12)`;
}
