import { type LoadStages, statement } from "../../../../engine/public.ts";
import { json, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { clockLimits } from "../shared/clocks.ts";
import { inOrder, type PipelineDefinition } from "../shared/pipeline.ts";
import { readClockNorms } from "./clocks/clock-norms.ts";

export const published = statement(
  { id: uuid, object: sure(text), definition: sure(json<PipelineDefinition>()) },
  ({ record }) =>
    sql`select id, object, definition from ${record("pipeline")} where deleted_at is null and definition is not null order by "default" desc nulls last, created_at, id`,
);

/**
 * The stages of all published pipelines by object, the default pipeline's first; a name that several have
 * stands once. With the limits of their clocks.
 */
export const stageOptions: LoadStages = async (db, workspace) => {
  const rows = await db.query(published(workspace));
  const stages: Record<string, SelectOption[]> = {};
  for (const { object, definition } of rows) {
    const known = (stages[object] ??= []);
    for (const { name, label, type } of inOrder(definition.stages))
      if (!known.some((one) => one.name === name)) known.push({ name, label, status: type });
  }
  return { stages, clocks: clockLimits(rows, await readClockNorms(db, workspace)) };
};
