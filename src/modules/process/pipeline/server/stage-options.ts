import { type LoadStages, tableOf } from "../../../../engine/public.ts";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { clockLimits } from "../shared/clocks.ts";
import { inOrder, type PipelineDefinition } from "../shared/pipeline.ts";
import { readClockNorms } from "./clocks/clock-norms.ts";

/**
 * The stages of all published pipelines by object, the default pipeline's first; a name that several have
 * stands once. With the limits of their clocks.
 */
export const stageOptions: LoadStages = async (db, workspace) => {
  const rows = await db.query<{ id: string; object: string; definition: PipelineDefinition }>({
    text: `select id, object, definition from ${tableOf(workspace, "pipeline")} where deleted_at is null and definition is not null order by "default" desc nulls last, created_at, id`,
  });
  const stages: Record<string, SelectOption[]> = {};
  for (const { object, definition } of rows) {
    const known = (stages[object] ??= []);
    for (const { name, label, type } of inOrder(definition.stages))
      if (!known.some((one) => one.name === name)) known.push({ name, label, status: type });
  }
  return { stages, clocks: clockLimits(rows, await readClockNorms(db, workspace)) };
};
