import { type Context, tableOf } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";

/** What a pipeline said in one of its versions. */
export async function versionOf(
  db: Executor,
  context: Context,
  pipeline: string,
  number: number,
): Promise<PipelineDefinition | null> {
  if (!Number.isSafeInteger(number)) return null;
  const [row] = await db.query<{ definition: PipelineDefinition }>({
    text: `select definition from ${tableOf(context.workspace, "pipeline_version")} where pipeline = $1::uuid and number = $2::bigint and deleted_at is null`,
    values: [pipeline, number],
  });
  return row?.definition ?? null;
}

/** Numbers count on, whether a version was published for all or tried out by some. */
export async function newestVersion(db: Executor, context: Context, pipeline: string): Promise<number> {
  const [row] = await db.query<{ number: number | null }>({
    text: `select max(number)::integer as number from ${tableOf(context.workspace, "pipeline_version")} where pipeline = $1::uuid`,
    values: [pipeline],
  });
  return row?.number ?? 0;
}
