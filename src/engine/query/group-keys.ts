import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, WireValue } from "../../shared/metadata/object.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import { addDays, weekdayOf } from "../../shared/time/dates.ts";
import { dayIn } from "../../shared/time/zone.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { columnsOf } from "../schema/names.ts";
import { fieldNamed } from "./chosen-fields.ts";
import type { AggregateRequest } from "./contract.ts";
import type { Bucket } from "../../shared/wire/records.contract.ts";
import { badRequest } from "./messages.ts";
import { isReadableSomewhere, readableOn, shownWhere } from "./on-row.ts";
import { computedOutput } from "./outputs.ts";
import { pathValue } from "./path-value.ts";
import { type FoundRow, wireOf } from "./present.ts";
import type { Reading } from "./reading.ts";
import { titleValue } from "./title-value.ts";

export interface GroupKey {
  /** As asked: the name in the answer. */
  readonly name: string;
  /** What the rows are grouped by, with the names the columns get. */
  readonly columns: readonly { readonly sql: string; readonly as: string }[];
  readonly read: (row: FoundRow) => WireValue;
  /** Title of the record that the key names, over the grouped rows. */
  readonly title?: (alias: string) => string;
}

const MAX_KEYS = 4;
const BUCKETS: readonly Bucket[] = ["day", "week", "month", "quarter", "year", "due"];
const GROUPABLE: readonly Field["kind"][] = [
  "text",
  "integer",
  "decimal",
  "percent",
  "boolean",
  "date",
  "select",
  "stage",
  "link",
  "person",
  "department",
  "phone",
  "email",
  "url",
  "auto_number",
  "formula",
  "rollup",
];

/**
 * What an aggregate groups by: own fields, dates in buckets, or paths through links. A field the caller may
 * not read is unknown.
 */
export function groupKeys(
  reading: Reading,
  object: CatalogObject,
  asked: AggregateRequest["group_by"],
): Result<readonly GroupKey[]> {
  if (!asked) return accept([]);
  if (asked.length > MAX_KEYS) return badRequest("too_many", "group_by", { what: "group_by", max: MAX_KEYS });
  const keys: GroupKey[] = [];
  for (const [at, { field: name, bucket }] of asked.entries()) {
    if (keys.some((key) => key.name === name))
      return badRequest("not_groupable", "group_by", { name: name.slice(0, 60) });
    const key =
      bucket === undefined
        ? plainKey(reading, object, name, at)
        : bucketKey(reading, object, name, bucket, at);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return accept(keys);
}

function readableField(reading: Reading, object: CatalogObject, name: string): Field | undefined {
  const field = fieldNamed(object, name);
  return field && isReadableSomewhere(reading.context, object, name) ? field : undefined;
}

function plainKey(reading: Reading, object: CatalogObject, name: string, at: number): Result<GroupKey> {
  const field = readableField(reading, object, name);
  if (!field) {
    const path = pathValue(reading, object, "t", name);
    const as = `_g${at}`;
    return path
      ? accept({ name, columns: [{ sql: path.sql, as }], read: (row) => (row[as] ?? null) as WireValue })
      : badRequest("unknown_field", "group_by", { name: name.slice(0, 60) });
  }
  if (!GROUPABLE.includes(field.kind)) return badRequest("not_groupable", "group_by", { name });
  const stored = columnsOf(field).map((column) => ({ sql: `t.${ident(column.name)}`, as: column.name }));
  const computed = stored.length > 0 ? undefined : computedOutput(reading, "t", object, field);
  const isRead = readableOn(reading, object, "t", name);
  const columns = (computed === undefined ? stored : [{ sql: computed, as: field.name }]).map((column) => ({
    ...column,
    sql: shownWhere(isRead, column.sql),
  }));
  const isLink = targetsOf(field).some((target) => reading.context.catalog.object(target));
  return accept({
    name,
    columns,
    read: (row) => wireOf(reading.context, field, row),
    ...(isLink ? { title: (alias: string) => titleValue(reading, alias, field) ?? "null::text" } : {}),
  });
}

/** The first day of the bucket, in the company's zone; weeks begin on Monday. `due`: how near the day is. */
function bucketKey(
  reading: Reading,
  object: CatalogObject,
  name: string,
  bucket: Bucket,
  at: number,
): Result<GroupKey> {
  const field = readableField(reading, object, name);
  if (!field) return badRequest("unknown_field", "group_by", { name: name.slice(0, 60) });
  const kind = field.kind === "formula" ? field.returns : field.kind;
  if (!BUCKETS.includes(bucket) || (kind !== "date" && kind !== "datetime"))
    return badRequest("bad_bucket", "group_by", { name, bucket: String(bucket).slice(0, 20) });
  const value = shownWhere(
    readableOn(reading, object, "t", name),
    columnsOf(field).length > 0
      ? `t.${ident(name)}`
      : (computedOutput(reading, "t", object, field) ?? "null"),
  );
  const { params, context } = reading;
  const local =
    kind === "datetime"
      ? `(${value} at time zone ${params.add(context.company.zone, "text")})`
      : `${value}::timestamp`;
  const as = `_g${at}`;
  return accept({
    name,
    columns: [
      { sql: bucket === "due" ? dueOf(reading, local) : `date_trunc('${bucket}', ${local})::date`, as },
    ],
    read: (row) => (row[as] ?? null) as WireValue,
  });
}

/** How near a day is, seen from the day that is asked about: overdue, today, this_week, later. */
function dueOf({ context, params, asOf }: Reading, local: string): string {
  const today = dayIn(context.company.zone, asOf ?? context.now);
  const [day, sunday] = [today, addDays(today, 7 - weekdayOf(today))].map((each) => params.add(each, "date"));
  const cases = [
    [`< ${day}`, "overdue"],
    [`= ${day}`, "today"],
    [`<= ${sunday}`, "this_week"],
    ["is not null", "later"],
  ].map(([compared, name]) => `when ${local}::date ${compared} then '${name}'`);
  return `case ${cases.join(" ")} end`;
}
