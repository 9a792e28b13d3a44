import type { Executor } from "../../../../platform/db/database.ts";
import { type Context, tableOf } from "../../../../engine/public.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { checkDefinition } from "../shared/check-definition.ts";
import type { DefinitionProblem } from "../shared/definition-problem.ts";
import { criterionKinds } from "./criterion-kinds.ts";
import { faultInWords } from "../shared/place-in-words.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";

/**
 * Everything wrong with a definition, each fault with its place in words, against the live objects,
 * questionnaires and roles of the workspace.
 */
export async function problemsOf(
  db: Executor,
  context: Context,
  definition: PipelineDefinition,
): Promise<readonly DefinitionProblem[]> {
  const names = async (object: string) =>
    (
      await db.query<{ name: string }>({
        text: `select name from ${tableOf(context.workspace, object)} where deleted_at is null`,
      })
    ).map((row) => row.name);
  const forms = await names("form");
  const roles = await names("role");
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
  const rows = await db.query<{ id: string }>({
    text: `select id from ${tableOf(context.workspace, "user")} where id::text = any($1::text[]) and active is not false and deleted_at is null`,
    values: [named],
  });
  return rows.map((row) => row.id);
}
