import type { Change } from "../../../shared/metadata/hooks.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
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
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/**
 * The change as a move between stages; null when neither stage nor pipeline differs (or it is deleted, or an
 * earlier move never was).
 */
export function moveOf(object: CatalogObject, change: Change, pipelines: Pipelines): StageChange | null {
  const field = object.stageField;
  if (!field || change.deleting || change.takingBack) return null;
  const { before, after } = change;
  const moved = !before || before[field] !== after[field] || before["pipeline"] !== after["pipeline"];
  if (!moved) return null;
  const pipeline = pipelines.find(after["pipeline"], after["department"]);
  const name = text(after[field]);
  const old = text(before?.[field]);
  const left = before ? pipelines.find(before["pipeline"], before["department"]) : undefined;
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
