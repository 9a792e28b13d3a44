import type { Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { findOption } from "../shared/parse-choice.ts";
import type { BuildContext } from "./build-context.ts";
import type { RefusedRow } from "./built-row.ts";
import type { Match } from "./find-matches.ts";
import type { PipelineWords, StageWords } from "./import-targets.ts";
import type { ReadRow } from "./read-row.ts";
import { stageUnknown } from "./stage-unknown.ts";

/** The values of a row with its stage under its pipeline's name for it. */
export interface StagedRow {
  readonly ok: true;
  readonly values: Values;
  readonly pipeline: PipelineWords | undefined;
  readonly stage: StageWords | undefined;
}
type Staged = StagedRow | RefusedRow;

/** The pipeline is the row's own, else the record's, else the default for its department. */
function pipelineOf(build: BuildContext, values: Values, match: Match | null): PipelineWords | undefined {
  if (!build.stages || !build.plan.object.stageField) return undefined;
  const named = partOf(staged, values).pipeline ?? match?.pipeline;
  if (typeof named === "string") return build.stages.find(named);
  const { department } = partOf(anyRecord, values);
  return build.stages.defaultOf(build.plan.object.name, typeof department === "string" ? department : null);
}

/** Puts the stage cell into its pipeline's own name; without pipelines the cell stands as it is. */
export function readStage(build: BuildContext, row: ReadRow, values: Values, match: Match | null): Staged {
  const field = build.plan.object.stageField;
  const pipeline = pipelineOf(build, values, match);
  if (field === undefined || row.stage === undefined)
    return {
      ok: true,
      values,
      pipeline,
      stage: pipeline?.stages.find(({ name, type }) => (match ? name === match.stage : type === "open")),
    };
  if (!pipeline)
    return { ok: true, values: { ...values, [field]: row.stage.cell }, pipeline, stage: undefined };
  const name = findOption(pipeline.stages, row.stage.cell);
  const stage = pipeline.stages.find((one) => one.name === name);
  if (!stage) return stageUnknown(row.stage.cell, field, pipeline);
  return { ok: true, values: { ...values, [field]: stage.name }, pipeline, stage };
}
