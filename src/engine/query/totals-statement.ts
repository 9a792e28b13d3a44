import { ident } from "../../platform/db/database.ts";
import { checkExpression } from "../../shared/expression/check.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import type { Grant } from "../access/grant.ts";
import { accessGrants, accessPredicate } from "../access/predicate.ts";
import { hasStates } from "../access/scopes-by-state.ts";
import type { Context } from "../kernel/context.ts";
import type { AggregateRequest } from "./contract.ts";
import { compileCondition } from "./expression-sql.ts";
import type { GroupKey } from "./group-keys.ts";
import { Params } from "../kernel/params.ts";
import type { Reading } from "./reading.ts";
import { allOf } from "./source.ts";
import { readingScope } from "./sql-scope.ts";
import { deltasOf, totalsOf } from "../schema/names.ts";
import { SUMS, totalsShape, type TotalsShape } from "../schema/totals-shape.ts";

/** Ways of access that a row of totals can answer: they ask for owner and department alone. */
const ANSWERED: readonly Grant["why"][] = ["system", "everyone", "all", "owner", "reports", "department"];

/**
 * The kept totals that answer a request, or undefined: it must be about now and all living records, group and
 * filter by what the totals are kept by, count or sum their money, and the caller's sight must follow from
 * owner and department.
 */
export function totalsFor(
  context: Context,
  object: CatalogObject,
  request: AggregateRequest,
): TotalsShape | undefined {
  const shape = totalsShape(object);
  if (!shape || (request.as_of ?? "") !== "" || (request.search ?? "").trim() !== "") return undefined;
  // What depends on the state of each record no sum can tell.
  const byState = fieldsByState(context, object);
  if (hasStates(context, object, "read") || (shape.money && byState.has(shape.money.name))) return undefined;
  const isKept = (name: string): boolean =>
    shape.dimensions.some((field) => field.name === name) && !byState.has(name);
  if (!(request.group_by ?? []).every(({ field, bucket }) => bucket === undefined && isKept(field)))
    return undefined;
  const isSum = ({ fn, field, weight }: AggregateRequest["measures"][number]): boolean =>
    weight === undefined &&
    (fn === "count"
      ? field === undefined
      : fn === "sum" && field !== undefined && field === shape.money?.name);
  if (request.measures.length === 0 || !request.measures.every(isSum)) return undefined;
  if (!accessGrants(context, object, "read", "t", new Params()).every(({ why }) => ANSWERED.includes(why)))
    return undefined;
  return filterFits(context, object, request.filter, isKept) ? shape : undefined;
}

function filterFits(
  context: Context,
  object: CatalogObject,
  filter: string | undefined,
  isKept: (name: string) => boolean,
): boolean {
  if (filter === undefined || filter.trim() === "") return true;
  const checked = checkExpression(filter, {
    schema: context.catalog,
    object: object.name,
    expects: "boolean",
  });
  if (!checked.ok) return false;
  const { fields, paths, related } = checked.expression.references;
  return paths.length === 0 && related.length === 0 && fields.every(isKept);
}

/**
 * The aggregate's statement over the totals, with the columns that its keys and measures read. Exact: sums
 * and deltas are read at one moment.
 */
export function totalsStatement(
  reading: Reading,
  object: CatalogObject,
  request: AggregateRequest,
  keys: readonly GroupKey[],
  limit: number,
): string {
  const { context, params } = reading;
  const shape = totalsShape(object);
  if (!shape) throw new Error(`${object.name} has no totals`);
  const filter =
    request.filter === undefined || request.filter.trim() === ""
      ? "true"
      : filterOf(reading, object, request.filter);
  const where = allOf([accessPredicate(context, object, "read", "t", params), filter]);
  const grouped = keys.flatMap((key) => key.columns);
  const by = [...grouped.map(({ as }) => as), "_currency"].map((name) => `t.${ident(name)}`).join(", ");
  const names = shape.columns.map((column) => ident(column.name)).join(", ");
  const both = [totalsOf(context.workspace, object.name), deltasOf(context.workspace, object.name)].map(
    (table) => `select ${names} from ${table} t where ${where}`,
  );
  const summed = SUMS.map((sum) => `sum(t.${ident(sum)}) as ${ident(sum)}`).join(", ");
  const rows = `select ${by}, ${summed} from (${both.join(" union all ")}) t group by ${by}`;
  const shown = [
    ...grouped.map(({ sql, as }) => `${sql} as ${ident(as)}`),
    ...request.measures.flatMap((measure, at) => measured(measure.fn === "count", `_m${at}`)),
  ];
  const places = grouped.map((_, at) => at + 1).join(", ");
  const groups = places === "" ? "" : ` group by ${places} having sum(t."_records") <> 0 order by ${places}`;
  return `select ${shown.join(", ")} from (${rows}) t${groups} limit ${limit}`;
}

function filterOf(reading: Reading, object: CatalogObject, filter: string): string {
  const checked = checkExpression(filter, {
    schema: reading.context.catalog,
    object: object.name,
    expects: "boolean",
  });
  return checked.ok ? compileCondition(checked.expression, "t", readingScope(reading)) : "false";
}

/** A currency counts while some record has it: what was added and taken again leaves a row of nothing. */
function measured(isCount: boolean, as: string): string[] {
  const all = (sql: string, name: string): string => `${sql} as ${ident(name)}`;
  if (isCount) return [all(`coalesce(sum(t."_records"), 0)::bigint`, as)];
  const given = `filter (where t."_given" <> 0)`;
  return [
    all(`coalesce(sum(t."_amount"), 0)`, as),
    all(`coalesce(sum(t."_base"), 0)`, `${as}_base`),
    all(`min(t."_currency") ${given}`, `${as}_from`),
    all(`max(t."_currency") ${given}`, `${as}_to`),
  ];
}
