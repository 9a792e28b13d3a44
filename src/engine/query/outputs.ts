import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldRight } from "../access/rights-of.ts";
import { columnsOf } from "../schema/names.ts";
import { expressionValue } from "./field-value.ts";
import type { Reading } from "./reading.ts";
import { rollupValue } from "./rollup-value.ts";
import { readingScope } from "./sql-scope.ts";
import { titleValue } from "./title-value.ts";

/** Prefix of the columns that carry titles of links; no field begins so. */
export const TITLE = "_title_";

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
  return fields.flatMap((field) => {
    if (fieldRight(reading.context, object, field.name) === "hidden") return [];
    const columns = columnsOf(field);
    if (columns.length > 0) return columns.map((column) => `${alias}.${ident(column.name)}`);
    const computed = computedOutput(reading, alias, object, field);
    return computed === undefined ? [] : [`${computed} as ${ident(field.name)}`];
  });
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
    const right = fieldRight(reading.context, object, field.name);
    const title = right === "hidden" || right === "mask" ? undefined : titleValue(reading, alias, field);
    return title === undefined ? [] : [`${title} as ${ident(TITLE + field.name)}`];
  });
}
