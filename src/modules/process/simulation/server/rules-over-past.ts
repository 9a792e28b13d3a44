import { type Context, expressionOf, statement } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { json, sure, text, timestamptz } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Criterion, PipelineDefinition } from "../../pipeline/shared/public.ts";
import type { GateKinds } from "../../gates/shared/public.ts";
import { criteriaIn, kindsOf } from "../../gates/public.ts";
import { sourceOf } from "../../pipeline/public.ts";
import { isAnswerable } from "./past-needs.ts";
import { micro } from "./versions.ts";

/**
 * How a criterion can be judged for the past. `since`: from this moment on history holds what people gave for
 * it; null: never.
 */
export interface Judgeable {
  readonly expression?: Expression;
  readonly since: string | null;
}
const ALWAYS = "0000";

/**
 * What history can say to each criterion, by definition. Fields, conditions, related records, documents,
 * tasks and stays it holds. Ticks and sign-offs exist only since a published version asked for them,
 * questionnaires since they were made: before, nobody could have given them.
 */
export async function judgeables(
  db: Executor,
  context: Context,
  object: CatalogObject,
  pipeline: string,
  definitions: readonly PipelineDefinition[],
): Promise<readonly ReadonlyMap<string, Judgeable>[]> {
  const [asked, forms] = await Promise.all([askedSince(db, context, pipeline), formsSince(db, context)]);
  const kinds = kindsOf(context);
  const judgeable = (criterion: Criterion): Judgeable => {
    const kind = kinds.get(criterion.kind);
    if (kind?.keep) return { since: asked.get(`${criterion.kind} ${criterion.id}`) ?? null };
    const source = sourceOf(context, criterion);
    // What a module of its own answers, it answers of today.
    if (!kind || ("settings" in criterion && kind.facts)) return { since: null };
    if (source === undefined) return { since: isStored(kinds, object, criterion) ? ALWAYS : null };
    const expression = expressionOf(context.catalog, object.name, source);
    if (!expression || !isAnswerable(context, object, expression)) return { since: null };
    return { expression, since: criterion.kind === "form" ? (forms.get(criterion.form) ?? null) : ALWAYS };
  };
  return definitions.map(
    (definition) => new Map(criteriaIn(definition).map((criterion) => [criterion.id, judgeable(criterion)])),
  );
}

/** Roll-ups, tags and lines stand in tables of their own, whose past is not read here. */
function isStored(kinds: GateKinds, object: CatalogObject, criterion: Criterion): boolean {
  const read =
    criterion.kind === "fields" ? criterion.fields : (kinds.get(criterion.kind)?.reads?.(criterion) ?? []);
  return read.every((name) => {
    const kind = object.byName[name]?.kind;
    return (
      kind !== undefined && kind !== "rollup" && kind !== "tags" && kind !== "children" && kind !== "formula"
    );
  });
}

async function askedSince(
  db: Executor,
  context: Context,
  pipeline: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query(publishedSince(context.workspace, pipeline));
  const since = new Map<string, string>();
  for (const { created_at, definition } of rows)
    for (const { kind, id } of criteriaIn(definition))
      if (!since.has(`${kind} ${id}`)) since.set(`${kind} ${id}`, micro(created_at));
  return since;
}

export const publishedSince = statement(
  { created_at: sure(timestamptz), definition: sure(json<PipelineDefinition>()) },
  ({ record }, pipeline: string) =>
    sql`select created_at, definition from ${record("pipeline_version")} where pipeline = ${pipeline}::uuid and deleted_at is null order by number`,
);
export const formsMade = statement(
  { name: sure(text), created_at: sure(timestamptz) },
  ({ record }) => sql`select name, created_at from ${record("form")} where deleted_at is null`,
);

async function formsSince(db: Executor, context: Context): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query(formsMade(context.workspace));
  return new Map(rows.map(({ name, created_at }) => [name, micro(created_at)]));
}
