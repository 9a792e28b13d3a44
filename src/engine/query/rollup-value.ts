import { elevate } from "../kernel/elevate.ts";
import { compileCondition } from "./expression-sql.ts";
import { average } from "./expression-sql-bind.ts";
import { ident } from "../../platform/db/database.ts";
import type { SqlScope } from "../../shared/expression/types.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { rollupProblem } from "../catalog/check-rollups.ts";
import { rollupOf } from "../schema/names.ts";
import { expressionOf } from "../catalog/checked-expression.ts";
import { type Reading } from "./reading.ts";
import { pointsAt } from "./points-at.ts";
import { allOf, source } from "./source.ts";

type Rollup = Extract<Field, { kind: "rollup" }>;

/**
 * A roll-up of the row `alias` as it is kept: percent in points, money in company currency. Now: the kept row
 * of r_<object>; as of a moment: from the children of that moment, all of them whoever looks (decision 17).
 */
export function rollupValue(
  reading: Reading,
  scopeOf: (reading: Reading) => SqlScope,
  alias: string,
  object: CatalogObject,
  field: Rollup,
): string {
  const none = field.fn === "count" || field.fn === "sum" ? "0" : null;
  const value =
    reading.asOf === undefined
      ? kept(reading, alias, object, field)
      : counted(reading, scopeOf, alias, object, field);
  return none === null ? value : `coalesce(${value}, ${none})`;
}

function kept(reading: Reading, alias: string, object: CatalogObject, field: Rollup): string {
  const row = reading.params.alias();
  return `(select ${row}.${ident(field.name)} from ${rollupOf(reading.context.workspace, object.name)} ${row} where ${row}."id" = ${alias}."id")`;
}

function counted(
  reading: Reading,
  scopeOf: (reading: Reading) => SqlScope,
  alias: string,
  object: CatalogObject,
  field: Rollup,
): string {
  const child = reading.context.catalog.object(field.object);
  const via = child?.byName[field.via];
  if (!child || !via || rollupProblem(reading.context.catalog, field))
    return `null::${field.rolls === "date" ? "date" : field.rolls === "datetime" ? "timestamptz" : "numeric"}`;
  const full = {
    ...reading,
    context: elevate(reading.context, "a roll-up counts all children, whoever looks"),
  };
  const row = reading.params.alias(child.name);
  const filter = field.filter ? expressionOf(full.context.catalog, child.name, field.filter) : undefined;
  const conditions = [
    pointsAt(reading, { row, child, via }, alias, object.name),
    `${row}."deleted_at" is null`,
    ...(filter ? [compileCondition(filter, row, scopeOf(full))] : []),
  ];
  const summed = field.field ? child.byName[field.field] : undefined;
  const column = summed && keptColumn(row, summed);
  const measure =
    field.fn === "count" || column === undefined
      ? "count(*)::numeric"
      : field.fn === "avg"
        ? average(column)
        : `${field.fn}(${column})`;
  return `(select ${measure} from ${source(full, child)} ${row} where ${allOf(conditions)})`;
}
const keptColumn = (row: string, field: Field): string =>
  `${row}.${ident(field.kind === "money" ? `${field.name}__base` : field.name)}${field.kind === "integer" ? "::numeric" : ""}`;
