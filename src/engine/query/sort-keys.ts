import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { columnsOf, orderColumn } from "../schema/names.ts";
import { stampColumn } from "../schema/has-latest.ts";
import { fieldNamed } from "./chosen-fields.ts";
import { badRequest } from "./messages.ts";
import { computedOutput } from "./outputs.ts";
import type { ParamType } from "../kernel/params.ts";
import { readableOn, shownWhere } from "./on-row.ts";
import { pathValue, type PathValue } from "./path-value.ts";
import type { Reading } from "./reading.ts";
import { titleValue } from "./title-value.ts";

export interface SortKey extends PathValue {
  readonly descending: boolean;
  /** Rows without a value come last, whatever the direction. */
  readonly nullable: boolean;
  /**
   * The column of a stamp that writing sets and that an index of versions is led by: under `as_of`, later
   * ones are sought apart.
   */
  readonly stamp?: string;
}

const MAX_KEYS = 4;
const NEVER_NULL = ["id", "version", "created_at", "updated_at"];
const TYPES: Readonly<Partial<Record<Field["kind"], ParamType>>> = {
  text: "text",
  long_text: "text",
  select: "text",
  stage: "text",
  phone: "text",
  email: "text",
  url: "text",
  auto_number: "text",
  integer: "bigint",
  decimal: "numeric",
  percent: "numeric",
  boolean: "boolean",
  date: "date",
  datetime: "timestamptz",
};

/**
 * The keys of a sort text such as "-amount,close_date"; the id is the last key of all and goes in the
 * direction of the key before it. A field the caller may not read is the same for every row and so left out
 * (decision 13).
 */
export function sortKeys(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  sort: string | undefined,
): Result<readonly SortKey[]> {
  const names = (sort ?? object.list.sort)
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length > MAX_KEYS) return badRequest("too_many", "sort", { what: "sort", max: MAX_KEYS });
  const keys: SortKey[] = [];
  for (const text of names) {
    const descending = text.startsWith("-");
    const name = descending ? text.slice(1) : text;
    const field = fieldNamed(object, name);
    const isRead = field ? readableOn(reading, object, alias, name) : "true";
    if (isRead === "false") continue;
    const found = field
      ? fieldKey(reading, object, alias, field)
      : pathValue(reading, object, alias, name, "order");
    const value = found && { ...found, sql: shownWhere(isRead, found.sql) };
    if (value)
      keys.push({
        ...value,
        descending,
        nullable: isRead !== "true" || !NEVER_NULL.includes(name),
        ...(stampColumn(object) === name && isRead === "true" ? { stamp: name } : {}),
      });
    else return badRequest(field ? "not_sortable" : "unknown_field", "sort", { name: name.slice(0, 60) });
    if (name === "id") break;
  }
  return accept(keys);
}

const computedType = (kind: Field["kind"] | undefined): ParamType =>
  kind === undefined || kind === "integer" ? "numeric" : (TYPES[kind] ?? "numeric");

/** What a field is ordered by: money by its company amount, a link by the title of what it leads to, a name by its key. */
export function fieldKey(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  field: Field,
): PathValue | undefined {
  const title = titleValue(reading, alias, field, "order");
  if (title !== undefined) return { sql: title, type: "text" };
  if (field.by_name === true) return { sql: `${alias}.${ident(orderColumn(field))}`, type: "text" };
  if (field.name === "id") return { sql: `${alias}."id"`, type: "uuid" };
  if (field.kind === "money") return { sql: `${alias}.${ident(`${field.name}__base`)}`, type: "numeric" };
  if (field.kind === "formula" || field.kind === "rollup") {
    const sql =
      columnsOf(field).length > 0
        ? `${alias}.${ident(field.name)}`
        : computedOutput(reading, alias, object, field);
    return sql === undefined
      ? undefined
      : { sql, type: computedType(field.kind === "rollup" ? field.rolls : field.returns) };
  }
  const type = TYPES[field.kind];
  return type === undefined ? undefined : { sql: `${alias}.${ident(field.name)}`, type };
}
