import { type Context, statement } from "../../../../engine/public.ts";
import { integer, json, orNull } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";

export const versionNumbered = statement(
  { definition: orNull(json<PipelineDefinition>()) },
  ({ record }, pipeline: string, number: number) =>
    sql`select definition from ${record("pipeline_version")} where pipeline = ${pipeline}::uuid and number = ${number}::bigint and deleted_at is null`,
);
export const lastNumber = statement(
  { number: orNull(integer) },
  ({ record }, pipeline: string) =>
    sql`select max(number)::integer as number from ${record("pipeline_version")} where pipeline = ${pipeline}::uuid`,
);

/** What a pipeline said in one of its versions. */
export async function versionOf(
  db: Executor,
  context: Context,
  pipeline: string,
  number: number,
): Promise<PipelineDefinition | null> {
  if (!Number.isSafeInteger(number)) return null;
  const [row] = await db.query(versionNumbered(context.workspace, pipeline, number));
  return row?.definition ?? null;
}

/** Numbers count on, whether a version was published for all or tried out by some. */
export async function newestVersion(db: Executor, context: Context, pipeline: string): Promise<number> {
  const [row] = await db.query(lastNumber(context.workspace, pipeline));
  return row?.number ?? 0;
}
