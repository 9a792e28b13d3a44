import { compileCondition } from "./expression-sql.ts";
import { type Executor, ident } from "../../platform/db/database.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { fromRow } from "../values/row-values.ts";
import { columnsOf, tableOf } from "../schema/names.ts";
import type { LinkNeed, RelatedNode } from "./fact-needs.ts";
import { outputs } from "./outputs.ts";
import { listOf, oneOf } from "./one-of.ts";
import { pointingTo } from "./points-at.ts";
import { Params } from "../kernel/params.ts";
import { type FoundRow, wireOf } from "./present.ts";
import { keepsItsName } from "./keeps-its-name.ts";
import { allOf, source } from "./source.ts";
import { relatedMeasure, readingScope } from "./sql-scope.ts";

/**
 * Values of fields of these records, by id, nothing hidden; the company amount of money comes along. One
 * statement.
 */
export async function readFields(
  tx: Executor,
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
  fields: readonly Field[],
): Promise<Map<string, Values>> {
  return fieldsWhere(tx, context, object, fields, (params) => oneOf(`t."id"`, ids, params));
}

/** The same of the record that a link of the record `id` leads to, as both are stored. */
export async function readBehindLink(
  tx: Executor,
  context: Context,
  object: CatalogObject,
  id: string,
  { step, target, fields }: LinkNeed,
): Promise<Map<string, Values>> {
  return fieldsWhere(
    tx,
    context,
    target,
    [...fields],
    (params) =>
      `t."id" = (select s.${ident(step.field)} from ${tableOf(context.workspace, object.name)} s where s."id" = ${params.add(id, "uuid")})`,
  );
}

async function fieldsWhere(
  tx: Executor,
  context: Context,
  object: CatalogObject,
  fields: readonly Field[],
  which: (params: Params) => string,
): Promise<Map<string, Values>> {
  const params = new Params();
  params.rowOf("t", object.name);
  const reading = { context, params };
  const shown = [...new Set([`t."id"`, ...outputs(reading, "t", object, fields)])].join(", ");
  const where = `${which(params)}${keepsItsName(object) ? "" : ` and t."deleted_at" is null`}`;
  const rows = await tx.query<FoundRow>({
    ...params.statement(`select ${shown} from ${source(reading, object)} t where ${where}`),
    name: "facts",
  });
  const valuesOf = (row: FoundRow): Values =>
    Object.fromEntries(
      fields.map((field) => [
        field.name,
        columnsOf(field).length > 0 && field.kind !== "formula"
          ? fromRow(field, row)
          : wireOf(context, field, row),
      ]),
    );
  return new Map(rows.map((row) => [String(row["id"]), valuesOf(row)]));
}

/** The roll-ups, tags and children of records that may not be stored yet: what their own tables say now. */
export async function readElsewhere(
  tx: Executor,
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
  fields: readonly Field[],
): Promise<Map<string, Values>> {
  const params = new Params();
  params.rowOf("t", object.name);
  const shown = [
    `t."id"`,
    ...fields.flatMap((field) => elsewhereOutput({ context, params }, object, field)),
  ].join(", ");
  const rows = await tx.query<FoundRow>(
    params.statement(`select ${shown} from unnest(${params.add(ids, "uuid[]")}) t("id")`),
  );
  return new Map(
    rows.map((row) => [
      String(row["id"]),
      Object.fromEntries(fields.map((field) => [field.name, wireOf(context, field, row)])),
    ]),
  );
}
function elsewhereOutput(
  reading: { context: Context; params: Params },
  object: CatalogObject,
  field: Field,
): string[] {
  if (field.kind === "children")
    return [
      `${readingScope(reading).field("t", { object: object.name, field: field.name })} as ${ident(field.name)}`,
    ];
  return outputs(reading, "t", object, [field]);
}

/**
 * The value of a `related(…)` for each record; records without related rows are absent. One grouped
 * statement.
 */
export async function readRelated(
  tx: Executor,
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
  node: RelatedNode,
): Promise<Map<string, WireValue>> {
  const child = context.catalog.object(node.object);
  const via = child?.byName[node.via];
  if (!child || !via) return new Map();
  const params = new Params();
  params.rowOf("t", child.name);
  const reading = { context, params };
  const scope = readingScope(reading);
  const {
    key,
    from,
    conditions: pointing,
  } = pointingTo(params, { row: "t", child, via }, listOf(ids, params), object.name);
  const conditions = [
    ...pointing,
    `t."deleted_at" is null`,
    ...(node.condition ? [compileCondition(conditionOf(child, node.condition), "t", scope)] : []),
  ];
  const value = node.field === undefined ? "" : scope.field("t", { object: child.name, field: node.field });
  const measure = node.fn === "exists" ? "true" : relatedMeasure(node.fn, value);
  const text = `select ${key} as "id", ${measure} as "value" from ${source(reading, child)} t${from} where ${allOf(conditions)} group by 1`;
  // What points at one record is found by its key, whatever else is asked of it: safe to keep prepared. A
  // ledger is planned for each of its months.
  const isKept = ids.length === 1 && !child.ledger;
  const rows = await tx.query<{ id: string; value: WireValue }>({
    ...params.statement(text),
    ...(isKept ? { name: "related" } : {}),
  });
  return new Map(rows.map((row) => [row.id, row.value]));
}

/** What `related` is of nothing. */
export const relatedOfNothing = (node: RelatedNode): WireValue =>
  node.fn === "exists" ? false : node.fn === "count" || node.fn === "sum" ? "0" : null;

/** A related condition as an expression of its own about the related record. */
function conditionOf(child: CatalogObject, node: Expression["node"]): Expression {
  return {
    source: "",
    text: "",
    object: child.name,
    type: "boolean",
    node,
    references: { fields: [], paths: [], related: [], reads: [], volatile: false },
  };
}
