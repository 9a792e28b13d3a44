import { type Context, statement } from "../../../../engine/public.ts";
import { orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { checkDefinition } from "../shared/check-definition.ts";
import type { DefinitionProblem } from "../shared/definition-problem.ts";
import { criterionKinds } from "./criterion-kinds.ts";
import { faultInWords } from "../shared/place-in-words.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";

export const formNames = statement(
  { name: orNull(text) },
  ({ record }) => sql`select name from ${record("form")} where deleted_at is null`,
);
export const roleNames = statement(
  { name: orNull(text) },
  ({ record }) => sql`select name from ${record("role")} where deleted_at is null`,
);
export const activeAmong = statement(
  { id: uuid },
  ({ record }, ids: readonly string[]) =>
    sql`select id from ${record("user")} where id::text = any(${ids}::text[]) and active is not false and deleted_at is null`,
);

/**
 * Everything wrong with a definition, each fault with its place in words, against the live objects,
 * questionnaires and roles of the workspace.
 */
export async function problemsOf(
  db: Executor,
  context: Context,
  definition: PipelineDefinition,
): Promise<readonly DefinitionProblem[]> {
  const forms = (await db.query(formNames(context.workspace))).flatMap(({ name }) => name ?? []);
  const roles = (await db.query(roleNames(context.workspace))).flatMap(({ name }) => name ?? []);
  const people = await peopleIn(db, context, definition);
  const kinds = criterionKinds.read(context.hooks);
  const found = checkDefinition(definition, {
    schema: context.catalog,
    checkExpression,
    forms,
    roles,
    people,
    kinds,
  });
  return found.map((problem) => ({ ...problem, text: faultInWords(definition, problem, kinds) }));
}

/** Of the people whom the definition names those who are still here. */
async function peopleIn(
  db: Executor,
  context: Context,
  { stages }: PipelineDefinition,
): Promise<readonly string[]> {
  const actions = stages.flatMap((stage) => [...stage.on_enter, ...stage.on_exit]);
  const named = actions.flatMap((action) =>
    action.kind === "notify"
      ? action.to.flatMap((recipient) =>
          typeof recipient === "object" && "person" in recipient ? [recipient.person] : [],
        )
      : [],
  );
  if (named.length === 0) return [];
  const rows = await db.query(activeAmong(context.workspace, named));
  return rows.map((row) => row.id);
}
