import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { textOrNull } from "../../../../shared/metadata/wire-value.ts";
import { stageOf, type Stage } from "../shared/pipeline.ts";
import type { Pipelines, PublishedPipeline } from "./load-pipelines.ts";

/** What a change does to the stage of a record. */
export interface StageChange {
  readonly change: Change;
  /** Name of the stage field. */
  readonly field: string;
  /** Where it stood; null on create. */
  readonly from: {
    readonly pipeline: PublishedPipeline | undefined;
    readonly name: string;
    readonly stage: Stage | undefined;
  } | null;
  readonly pipeline: PublishedPipeline | undefined;
  readonly name: string | null;
  readonly to: Stage | undefined;
}

export const hasStage = (object: CatalogObject): boolean => object.stageField !== undefined;

/**
 * The change as a move between stages; null when neither stage nor pipeline differs (or it is deleted, or an
 * earlier move never was).
 */
export function moveOf(object: CatalogObject, change: Change, pipelines: Pipelines): StageChange | null {
  const field = object.stageField;
  if (!field || change.deleting || change.takingBack) return null;
  const { before, after } = change;
  const [was, is] = [partOf(staged, before), partOf(staged, after)];
  const moved = !before || before[field] !== after[field] || was.pipeline !== is.pipeline;
  if (!moved) return null;
  const pipeline = pipelines.find(is.pipeline, is.department);
  const name = textOrNull(after[field]);
  const old = textOrNull(before?.[field]);
  const left = before ? pipelines.find(was.pipeline, was.department) : undefined;
  return {
    change,
    field,
    pipeline,
    name,
    to: pipeline && pipeline.object === object.name ? stageOf(pipeline.definition, name) : undefined,
    from:
      before && old
        ? { pipeline: left, name: old, stage: left ? stageOf(left.definition, old) : undefined }
        : null,
  };
}
