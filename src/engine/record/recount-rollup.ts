import { ident, type Executor } from "../../platform/db/database.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { expressionOf } from "../query/checked-expression.ts";
import type { Context } from "../context.ts";
import { compileCondition } from "../query/expression-sql.ts";
import { Params } from "../query/params.ts";
import { sqlScope } from "../query/sql-scope.ts";
import { rollupOf, tableOf } from "../schema/names.ts";

/**
 * Counts a roll-up anew for the given parents, or for all when none are given.
 * The parents' rows are locked first, so that two writers of one parent count one after the other.
 */
export async function recountRollup(
  tx: Executor,
  context: Context,
  parent: CatalogObject,
  field: FieldOf<"rollup">,
  parents: readonly string[] | null,
): Promise<void> {
  const child = context.catalog.object(field.object);
  const via = child?.byName[field.via];
  if (!child || !via) return;
  const table = rollupOf(context.workspace, parent.name);
  const ids = parents ? "select unnest($1::uuid[])" : `select id from ${tableOf(context.workspace, parent.name)} where $1::uuid[] is null`;
  await tx.query({ text: `insert into ${table} (id) select x.id from (${ids}) as x(id) order by id on conflict (id) do nothing`, values: [parents] });
  await tx.query({ text: `select id from ${table} where $1::uuid[] is null or id = any($1::uuid[]) order by id for update`, values: [parents] });
  const params = new Params();
  const wanted = params.add(parents, "uuid[]");
  const full: Context = { ...context, principal: { ...context.principal, kind: "system" } };
  const expression = field.filter ? expressionOf(context.catalog, child.name, field.filter) : undefined;
  const filter = expression ? ` and ${compileCondition(expression, "c", sqlScope(full, params))}` : "";
  const several = via.kind === "link" && via.targets.length > 1 ? ` and c.${ident(`${via.name}__object`)} = ${params.add(parent.name, "text")}` : "";
  const measured = measure(child, field);
  await tx.query({
    text: `update ${table} r set ${ident(field.name)} = (select ${measured} from ${tableOf(context.workspace, child.name)} c where c.${ident(via.name)} = r.id${several} and c.deleted_at is null${filter}) where ${wanted} is null or r.id = any(${wanted})`,
    values: params.values,
  });
}

function measure(child: CatalogObject, field: FieldOf<"rollup">): string {
  if (field.fn === "count") return "count(*)";
  const source = field.field ? child.byName[field.field] : undefined;
  const column = source?.kind === "money" ? `c.${ident(`${source.name}__base`)}` : `c.${ident(field.field ?? "id")}`;
  return field.fn === "sum" ? `coalesce(sum(${column}), 0)` : field.fn === "avg" ? `round(avg(${column}), 12)` : `${field.fn}(${column})`;
}
