import { type LoggedChange, causeOf, tookBack } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { isLayerOn } from "../shared/layers.ts";
import { type Stage, type StageActionOf, stageOf } from "../shared/pipeline.ts";
import type { Pipelines } from "./load-pipelines.ts";
import type { Place } from "./stage-recipients.ts";

export type StageNotice = StageActionOf<"notify">;
/**
 * Filling the system is nobody's news, and neither is where a publication puts the records of a stage that is
 * no more.
 */
const QUIET = ["seed", "setup", "import"];

/** Whether a change has brought its record to another stage, by somebody's doing. */
export function isMove(object: CatalogObject, { kind, road, before, after, note }: LoggedChange): boolean {
  if ((kind !== "create" && kind !== "update") || tookBack({ note }).length > 0) return false;
  if (QUIET.includes(road) || causeOf({ note }).object === "pipeline") return false;
  const field = object.stageField ?? "";
  return [field, "pipeline"].some((name) => after[name] !== undefined && after[name] !== before[name]);
}

/** Most stages tell nobody: then nothing need be asked of each record that moves. */
export const tellsAnybody = (pipelines: Pipelines, object: CatalogObject): boolean =>
  pipelines
    .definitionsOf(object.name)
    .some(({ stages }) => stages.some((stage) => [...stage.on_enter, ...stage.on_exit].some(isNotification)));

/** What the stage that was left says on leaving, and the one that was entered on entering. */
export function noticesOf(
  pipelines: Pipelines,
  object: CatalogObject,
  { kind, before, after }: LoggedChange,
  place: Place,
): readonly StageNotice[] {
  const field = object.stageField ?? "";
  const definitionOf = (part: LoggedChange["after"]) =>
    pipelines.find(partOf(staged, part).pipeline ?? place.pipeline, place.department)?.definition;
  const into = definitionOf(after);
  const outOf = kind === "create" ? undefined : definitionOf(before);
  const stages: readonly [Stage | undefined, "on_exit" | "on_enter"][] = [
    [outOf && stageOf(outOf, before[field] ?? place.stage), "on_exit"],
    [into && stageOf(into, after[field] ?? place.stage), "on_enter"],
  ];
  return stages.flatMap(([stage, when]) =>
    stage && isLayerOn(stage, "actions") ? stage[when].filter(isNotification) : [],
  );
}
const isNotification = (action: { readonly kind: string }): action is StageNotice => action.kind === "notify";
