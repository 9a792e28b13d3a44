import type { Executor } from "../../../platform/db/database.ts";
import type { Context } from "../../../engine/context.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import { checkExpression } from "../../../shared/expression/check.ts";
import { checkDefinition, type DefinitionProblem } from "../shared/check-definition.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";

/** Everything wrong with a definition against the live objects, questionnaires and roles of the workspace. */
export async function problemsOf(db: Executor, context: Context, definition: PipelineDefinition): Promise<readonly DefinitionProblem[]> {
  const names = async (object: string) =>
    (await db.query<{ name: string }>({ text: `select name from ${tableOf(context.workspace, object)} where deleted_at is null` })).map((row) => row.name);
  const forms = await names("form");
  const roles = await names("role");
  return checkDefinition(definition, { schema: context.catalog, checkExpression, forms, roles });
}
