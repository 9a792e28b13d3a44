import { type Context, expressionOf, fieldRight, isReadable } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Criterion, PipelineDefinition } from "../shared/pipeline.ts";
import { criterionKinds } from "./criterion-kinds.ts";
import { sourceOf } from "./criterion-source.ts";

/**
 * Stages as somebody reads them who does not write them: no criterion tells a field or value that the gate
 * itself would not.
 */
export function hideCriteria(
  context: Context,
  object: CatalogObject,
  stages: PipelineDefinition["stages"],
): PipelineDefinition["stages"] {
  const shown = (criteria: readonly Criterion[]): readonly Criterion[] =>
    criteria.map((criterion) => shownCriterion(context, object, criterion));
  return stages.map((stage) => ({ ...stage, entry: shown(stage.entry), exit: shown(stage.exit) }));
}
function shownCriterion(context: Context, object: CatalogObject, criterion: Criterion): Criterion {
  const kind = criterionKinds.read(context.hooks).get(criterion.kind);
  // Of a kind that no module brings any more nobody knows what its settings tell.
  if (!kind) return "settings" in criterion ? { ...criterion, settings: {} } : criterion;
  const may = {
    field: (name: string) => fieldRight(context, object, name) !== "hidden",
    source: () => canReadAll(context, object, criterion),
  };
  return kind.shownTo?.(criterion, may) ?? criterion;
}

/** Whether somebody may read every field that a criterion of a kind which tells such is judged by. */
export function canReadAll(context: Context, object: CatalogObject, criterion: Criterion): boolean {
  const kind = criterionKinds.read(context.hooks).get(criterion.kind);
  const isOpen = (name: string): boolean => isReadable(fieldRight(context, object, name));
  if (kind?.reads?.(criterion).every(isOpen) === false) return false;
  if (!kind?.readsMore) return true;
  const source = sourceOf(context, criterion) ?? "";
  const reads = expressionOf(context.catalog, object.name, source)?.references.reads ?? [];
  return reads.every((read) => {
    const target = context.catalog.object(read.object);
    return target !== undefined && isReadable(fieldRight(context, target, read.field));
  });
}
