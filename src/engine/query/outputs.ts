import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { type ByState, fieldsByState } from "../access/field-by-state.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { columnsOf } from "../schema/names.ts";
import { expressionValue } from "./field-value.ts";
import { onRow, readableOn, shownWhere } from "./on-row.ts";
import type { Reading } from "./reading.ts";
import { rollupValue } from "./rollup-value.ts";
import { readingScope } from "./sql-scope.ts";
import { titleValue } from "./title-value.ts";

/** Prefix of the columns that carry titles of links; no field begins so. */
export const TITLE = "_title_";
/** Prefix of the columns that tell how much the caller sees of a field of this row. */
export const SEEN = "_seen_";

/**
 * The select list of these fields of the row `alias`, as `present` reads it: percent in points, money in its
 * own currency.
 */
export function outputs(
  reading: Reading,
  alias: string,
  object: CatalogObject,
  fields: readonly Field[],
): string[] {
  const byState = fieldsByState(reading.context, object);
  return fields.flatMap((field) => {
    const state = byState.get(field.name);
    if (state && !isReadable(state.least)) return outputsByState(reading, alias, object, field, state);
    if (fieldRight(reading.context, object, field.name) === "hidden") return [];
    const columns = columnsOf(field);
    if (columns.length > 0) return columns.map((column) => `${alias}.${ident(column.name)}`);
    const computed = computedOutput(reading, alias, object, field);
    return computed === undefined ? [] : [`${computed} as ${ident(field.name)}`];
  });
}

/** What is not to be seen of a row is not fetched either; beside it stands how much of it is. */
function outputsByState(
  reading: Reading,
  alias: string,
  object: CatalogObject,
  field: Field,
  state: ByState,
): string[] {
  const isSeen = onRow(reading, object, alias, state.atLeast("mask"));
  const isRead = onRow(reading, object, alias, state.atLeast("read"));
  const computed = computedOutput(reading, alias, object, field);
  const columns = columnsOf(field).map((column) => [`${alias}.${ident(column.name)}`, column.name] as const);
  const given = columns.length > 0 || computed === undefined ? columns : [[computed, field.name] as const];
  if (given.length === 0) return [];
  return [
    ...given.map(([sql, name]) => `${shownWhere(isSeen, sql)} as ${ident(name)}`),
    `case when ${isRead} then 'read' when ${isSeen} then 'mask' else 'hidden' end as ${ident(SEEN + field.name)}`,
  ];
}

/** The value of a field without columns in its wire measure. Children come by `expand` only. */
export function computedOutput(
  reading: Reading,
  alias: string,
  object: CatalogObject,
  field: Field,
): string | undefined {
  if (field.kind === "rollup") return rollupValue(reading, readingScope, alias, object, field);
  if (field.kind === "tags") return expressionValue(reading, readingScope, alias, object, field);
  if (field.kind !== "formula") return undefined;
  const value = expressionValue(reading, readingScope, alias, object, field);
  return field.returns === "percent" ? `(${value} * 100)` : value;
}

export function titleOutputs(
  reading: Reading,
  alias: string,
  object: CatalogObject,
  fields: readonly Field[],
): string[] {
  return fields.flatMap((field) => {
    const isRead = readableOn(reading, object, alias, field.name);
    const title = isRead === "false" ? undefined : titleValue(reading, alias, field);
    return title === undefined ? [] : [`${shownWhere(isRead, title)} as ${ident(TITLE + field.name)}`];
  });
}
