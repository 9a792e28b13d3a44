import { type Context, expressionOf, fieldRight, isReadable } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Criterion, PipelineDefinition } from "../shared/pipeline.ts";
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
  if (criterion.kind === "fields")
    return {
      ...criterion,
      fields: criterion.fields.filter((name) => fieldRight(context, object, name) !== "hidden"),
    };
  if (
    (criterion.kind !== "condition" && criterion.kind !== "related") ||
    canReadAll(context, object, criterion)
  )
    return criterion;
  return { ...criterion, expression: "true" };
}

/** Whether somebody may read every field that a condition, or a condition on related records, reads. */
export function canReadAll(context: Context, object: CatalogObject, criterion: Criterion): boolean {
  if (criterion.kind !== "condition" && criterion.kind !== "related") return true;
  const reads = expressionOf(context.catalog, object.name, sourceOf(criterion) ?? "")?.references.reads ?? [];
  return reads.every((read) => {
    const target = context.catalog.object(read.object);
    return target !== undefined && isReadable(fieldRight(context, target, read.field));
  });
}
