import { importReason, optionLabels, shown } from "../shared/reasons.labels.ts";
import type { RefusedRow } from "./built-row.ts";
import type { PipelineWords } from "./import-targets.ts";

/** Refuses a row whose stage its pipeline does not have. */
export function stageUnknown(cell: string, field: string, pipeline: PipelineWords): RefusedRow {
  const reason = importReason("stage_unknown", { cell: shown(cell) }, field, {
    options: optionLabels(pipeline.stages),
  });
  return { is: "refused", reasons: [reason], unknownStage: { cell, stages: pipeline.stages } };
}
