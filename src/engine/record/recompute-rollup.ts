import { elevate } from "../kernel/elevate.ts";
import { ident, type Executor } from "../../platform/db/database.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { say } from "../../shared/i18n/messages.ts";
import { rollupProblem } from "../catalog/check-rollups.ts";
import { expressionOf } from "../catalog/checked-expression.ts";
import type { Context } from "../kernel/context.ts";
import { compileCondition } from "../query/expression-sql.ts";
import { average } from "../query/expression-sql-bind.ts";
import { Params } from "../kernel/params.ts";
import { pointsAt } from "../query/points-at.ts";
import { sqlScope } from "../query/sql-scope.ts";
import { rollupOf, tableOf } from "../schema/names.ts";

/**
 * Counts a roll-up anew for the given parents, or for all when none are given.
 * The parents' rows are locked first, so that two writers of one parent count one after the other.
 */
export async function recomputeRollup(
  tx: Executor,
  context: Context,
  parent: CatalogObject,
  field: FieldOf<"rollup">,
  parents: readonly string[] | null,
): Promise<void> {
  const table = rollupOf(context.workspace, parent.name);
  await lockRollups(tx, context, parent, parents);
  const params = new Params();
  const wanted = params.add(parents, "uuid[]");
  const counted = computedRollup(context, parent, field, params);
  await tx.query({
    text: `update ${table} r set ${ident(field.name)} = ${counted} where ${wanted} is null or r.id = any(${wanted})`,
    values: params.values,
  });
}

/**
 * Makes and locks the roll-ups' rows of these parents (null: all), so that whoever counts next sees what was
 * written before and nobody writes meanwhile.
 */
export async function lockRollups(
  tx: Executor,
  context: Context,
  parent: CatalogObject,
  parents: readonly string[] | null,
): Promise<void> {
  const table = rollupOf(context.workspace, parent.name);
  const ids = parents
    ? "select unnest($1::uuid[])"
    : `select id from ${tableOf(context.workspace, parent.name)} where $1::uuid[] is null`;
  await tx.query({
    text: `insert into ${table} (id) select x.id from (${ids}) as x(id) order by id on conflict (id) do nothing`,
    values: [parents],
  });
  await tx.query({
    text: `select id from ${table} where $1::uuid[] is null or id = any($1::uuid[]) order by id for update`,
    values: [parents],
  });
}

/** A full count for the row `r` of the parent's roll-ups, as SQL. */
export function computedRollup(
  context: Context,
  parent: CatalogObject,
  field: FieldOf<"rollup">,
  params: Params,
): string {
  const child = context.catalog.object(field.object);
  const via = child?.byName[field.via];
  if (!child || !via) return `r.${ident(field.name)}`;
  const problem = rollupProblem(context.catalog, field);
  if (problem) throw new Error(say(problem.text, "en", problem.params));
  const full = elevate(context, "a roll-up counts all children, whoever looks");
  const expression = field.filter ? expressionOf(context.catalog, child.name, field.filter) : undefined;
  const filter = expression ? ` and ${compileCondition(expression, "c", sqlScope(full, params))}` : "";
  const pointing = pointsAt({ params }, { row: "c", child, via }, "r", parent.name);
  return `(select ${measure(child, field)} from ${tableOf(context.workspace, child.name)} c where ${pointing} and c.deleted_at is null${filter})`;
}

function measure(child: CatalogObject, field: FieldOf<"rollup">): string {
  if (field.fn === "count") return "count(*)";
  const source = field.field ? child.byName[field.field] : undefined;
  const column =
    source?.kind === "money" ? `c.${ident(`${source.name}__base`)}` : `c.${ident(field.field ?? "id")}`;
  return field.fn === "sum"
    ? `coalesce(sum(${column}), 0)`
    : field.fn === "avg"
      ? average(column)
      : `${field.fn}(${column})`;
}
