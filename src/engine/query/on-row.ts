import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldsByState, readableWhere } from "../access/field-by-state.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { conditionSql, type RowCondition } from "../access/row-condition.ts";
import type { Context } from "../kernel/context.ts";
import { tableOf } from "../schema/names.ts";
import type { Reading } from "./reading.ts";

/**
 * SQL of a condition on the record whose row `alias` is. Whatever moment is shown, the record is judged as it
 * stands today (decision 9).
 */
export function onRow(
  { context, params, asOf }: Reading,
  object: CatalogObject,
  alias: string,
  condition: RowCondition,
): string {
  if (typeof condition === "boolean" || asOf === undefined || object.ledger)
    return conditionSql(condition, { context, params, alias });
  const today = params.alias(object.name);
  const holds = conditionSql(condition, { context, params, alias: today });
  return `exists (select 1 from ${tableOf(context.workspace, object.name)} ${today} where ${today}."id" = ${alias}."id" and ${holds})`;
}

/** SQL: the caller reads this field of the row in full. */
export const readableOn = (reading: Reading, object: CatalogObject, alias: string, field: string): string =>
  onRow(reading, object, alias, readableWhere(reading.context, object, field));

/** A value where the condition holds, and null where it does not. */
export const shownWhere = (condition: string, value: string): string =>
  condition === "true" ? value : `(case when ${condition} then ${value} end)`;

/** Whether there are records of which the caller may read this field. */
export const isReadableSomewhere = (context: Context, object: CatalogObject, field: string): boolean =>
  isReadable(fieldRight(context, object, field)) ||
  isReadable(fieldsByState(context, object).get(field)?.most);
