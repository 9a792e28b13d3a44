import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { accessPredicate } from "../access/predicate.ts";
import type { Action } from "../access/rights.ts";
import { historyOf, tableOf } from "../schema/names.ts";
import { liveColumns } from "../schema/plan.ts";
import { periodOf } from "./as-of.ts";
import type { Reading } from "./reading.ts";

/**
 * What a query reads from: the live table, or the versions that held at the moment asked about, whether the record was in
 * the recycle bin then or not (`deleted_at` of the version says so).
 */
export function source(reading: Reading, object: CatalogObject): string {
  const { context, params, asOf } = reading;
  const live = tableOf(context.workspace, object.name);
  if (asOf === undefined) return live;
  const columns = columnList(object);
  const at = params.add(asOf, "timestamptz");
  const period = params.add(periodOf(asOf), "integer");
  if (object.ledger) return `(select ${columns} from ${live} where "valid_from" <= ${at})`;
  const history = historyOf(context.workspace, object.name);
  return (
    `(select ${columns} from ${live} where "valid_from" <= ${at}` +
    ` union all select ${columns} from ${history} where "period" >= ${period} and "valid_from" <= ${at} and "valid_to" > ${at} and "retracted" is null)`
  );
}

/**
 * The one row whose id is `idSql`: what a link leads to. As of a moment before its first version, that first version:
 * of the versions that end after the moment, the earliest.
 */
export function linkedSource(reading: Reading, object: CatalogObject, idSql: string): string {
  const { context, params, asOf } = reading;
  const live = tableOf(context.workspace, object.name);
  if (asOf === undefined || object.ledger) return live;
  const columns = columnList(object);
  const at = params.add(asOf, "timestamptz");
  const history = historyOf(context.workspace, object.name);
  const inner = params.alias();
  return (
    `(select ${columns} from (select ${columns} from ${live} where "id" = ${idSql}` +
    ` union all select ${columns} from ${history} where "id" = ${idSql} and "valid_to" > ${at} and "retracted" is null) ${inner} order by "valid_from" limit 1)`
  );
}

/** Today's rights on the record as it stands today, whatever moment is shown (decision 9). */
export function accessAt(reading: Reading, object: CatalogObject, action: Action, alias: string): string {
  const { context, params, asOf } = reading;
  if (asOf === undefined) return accessPredicate(context, object, action, alias, params);
  const today = params.alias();
  const sql = accessPredicate(context, object, action, today, params);
  if (sql === "true" || sql === "false") return sql;
  return `exists (select 1 from ${tableOf(context.workspace, object.name)} ${today} where ${today}."id" = ${alias}."id" and ${sql})`;
}

const columnList = (object: CatalogObject): string =>
  liveColumns(object)
    .map((column) => ident(column.name))
    .join(", ");

/** Joins conditions, leaving out what says nothing. */
export function allOf(conditions: readonly string[]): string {
  const telling = conditions.filter((condition) => condition !== "true");
  if (telling.includes("false")) return "false";
  return telling.length === 0 ? "true" : telling.join(" and ");
}
