import { ident } from "../../platform/db/database.ts";
import type { PathStep, RelatedFunction, SqlScope, SqlType } from "../../shared/expression/types.ts";
import type { Context } from "../kernel/context.ts";
import { pointedAtByAny } from "./any-related.ts";
import { average } from "./expression-sql-bind.ts";
import { expressionValue, valueType } from "./field-value.ts";
import { homesAt } from "./homes-at.ts";
import type { Params } from "../kernel/params.ts";
import type { Reading } from "./reading.ts";
import { keepsItsName } from "./keeps-its-name.ts";
import { readableOn, shownWhere } from "./on-row.ts";
import { pointsAt, waysToPoint } from "./points-at.ts";
import { accessAt, allOf, keyedSource, linkedSource, source } from "./source.ts";

/**
 * What an expression needs to become SQL for this caller: a hidden or masked field is a null, a link leads
 * only to what the caller may read.
 */
export function sqlScope(
  context: Context,
  params: Params,
  options: { readonly asOf?: string } = {},
): SqlScope {
  return readingScope({ context, params, ...options });
}

export function readingScope(reading: Reading): SqlScope {
  const { context, params } = reading;
  return {
    // Only a condition that names the time asks for it: the statement of any other is kept.
    get now() {
      return reading.asOf ?? context.now;
    },
    zone: context.company.zone,
    actor: context.principal.id,
    departments: context.principal.departments,
    subtree: context.principal.subtree,
    ...(reading.asOf === undefined ? {} : { homes: (below: boolean) => homesAt(reading, below) }),
    calendar: context.company.calendar,
    clocks: context.catalog.clocks,
    param: (value: string | number | boolean | null | readonly string[], type: SqlType) =>
      params.add(value, type),
    field: (alias, step) => fieldOf(reading, alias, step),
    follow: (alias, step, inner) => followed(reading, alias, step, inner),
    related(alias, node, condition) {
      const child = context.catalog.object(node.object);
      const via = child?.byName[node.via];
      if (!child || !via) return "null";
      const row = params.alias(child.name);
      const from = { row, child, via };
      const others = [
        `${row}."deleted_at" is null`,
        accessAt(reading, child, "read", row),
        readableOn(reading, child, row, node.via),
        ...(node.condition ? [condition(row)] : []),
      ];
      const value =
        node.field === undefined ? "" : fieldOf(reading, row, { object: child.name, field: node.field });
      const rows = (way: string) => `from ${source(reading, child)} ${row} where ${allOf([way, ...others])}`;
      const object = params.objectOf(alias);
      if (node.fn !== "exists")
        return `(select ${relatedMeasure(node.fn, value)} ${rows(pointsAt(reading, from, alias, object))})`;
      // Each way apart, so that the database may still join the first as a whole.
      const ways = waysToPoint(reading, from, `${alias}."id"`, object).map(
        (way) => `exists (select 1 ${rows(way)})`,
      );
      return ways.length === 1 ? String(ways[0]) : `(${ways.join(" or ")})`;
    },
    anyRelated: (alias, nodes, condition) => pointedAtByAny(reading, alias, nodes, condition),
    asof: (alias, at, inner, isCondition) => versionOf({ ...reading, asOf: at }, alias, inner, isCondition),
  };
}

/**
 * The row's own version at the moment of `reading`, living then. It is the record itself: whoever reaches the
 * row reaches it.
 */
function versionOf(
  reading: Reading,
  alias: string,
  inner: (alias: string, scope: SqlScope) => string,
  isCondition: boolean,
): string {
  const object = reading.context.catalog.object(reading.params.objectOf(alias) ?? "");
  if (!object) throw new Error(`The rows of ${alias} are of no known object.`);
  const row = reading.params.alias(object.name);
  const found = inner(row, readingScope(reading));
  // By its key for each row: joined instead, all versions that held then would be searched for the few rows
  // of a page.
  const from = `from ${keyedSource(reading, object, `${alias}."id"`)} ${row} where ${row}."deleted_at" is null`;
  return isCondition ? `exists (select 1 ${from} and ${found})` : `(select ${found} ${from})`;
}

/** SQL of an aggregate over related rows; sums skip nulls and are 0 of nothing, averages have 12 decimals. */
export function relatedMeasure(fn: Exclude<RelatedFunction, "exists">, value: string): string {
  if (fn === "count") return "count(*)::numeric";
  if (fn === "sum") return `coalesce(sum(${value}), 0)`;
  return fn === "avg" ? average(value) : `${fn}(${value})`;
}

function fieldOf(reading: Reading, alias: string, step: PathStep): string {
  const object = reading.context.catalog.object(step.object);
  const field = object?.byName[step.field];
  if (!object || !field)
    throw new Error(
      `The checked expression names ${step.object}.${step.field}, which this catalog does not have.`,
    );
  const isRead = readableOn(reading, object, alias, field.name);
  return isRead === "false"
    ? `null::${valueType(field, step.part)}`
    : shownWhere(isRead, expressionValue(reading, readingScope, alias, object, field, step.part));
}

function followed(reading: Reading, alias: string, step: PathStep, inner: (alias: string) => string): string {
  const { context, params } = reading;
  const object = context.catalog.object(step.object);
  const field = object?.byName[step.field];
  const target = step.target === undefined ? undefined : context.catalog.object(step.target);
  if (!object || !field || !target)
    throw new Error(
      `The checked expression follows ${step.object}.${step.field}, which leads nowhere in this catalog.`,
    );
  const row = params.alias(target.name);
  const id = `${alias}.${ident(field.name)}`;
  const conditions = [
    readableOn(reading, object, alias, field.name),
    `${row}."id" = ${id}`,
    ...(field.kind === "link" && field.targets.length > 1
      ? [`${alias}.${ident(`${field.name}__object`)} = ${params.add(target.name, "text")}`]
      : []),
    ...(keepsItsName(target) ? [] : [`${row}."deleted_at" is null`]),
    accessAt(reading, target, "read", row),
  ];
  return `(select ${inner(row)} from ${linkedSource(reading, target, id)} ${row} where ${allOf(conditions)})`;
}
