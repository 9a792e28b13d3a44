import { fieldRight, isReadable } from "../../../../engine/access/rights-of.ts";
import type { Context } from "../../../../engine/context.ts";
import { expressionOf } from "../../../../engine/query/checked-expression.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { type Asked, inStage } from "../shared/criterion.ts";
import type { Criterion, PipelineDefinition } from "../shared/pipeline.ts";
import { gateTexts } from "../shared/texts.ts";
import { sourceOf } from "./gate-facts.ts";

/**
 * A gate judges with full facts; to someone who may not read what it reads, a reason is the criterion's
 * message without field or value (decision 13).
 */
export function hideReasons(
  context: Context,
  object: CatalogObject,
  asked: readonly Asked[],
  reasons: readonly Reason[],
): readonly Reason[] {
  const criteria = new Map(asked.map((one) => [one.criterion.id, one]));
  return reasons.map((reason) => {
    const { criterion, skipped } = criteria.get(reason.criterion ?? "") ?? {};
    if (!criterion || canRead(context, object, criterion, reason)) return reason;
    const text = criterion.message ?? gateTexts.hidden_criterion;
    return inStage(
      { code: reason.code, criterion: criterion.id, kind: criterion.kind, text, fix: { action: "none" } },
      skipped,
    );
  });
}

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

function canRead(context: Context, object: CatalogObject, criterion: Criterion, reason: Reason): boolean {
  if (criterion.kind === "fields")
    return reason.field === undefined || isReadable(fieldRight(context, object, reason.field));
  return canReadAll(context, object, criterion);
}
function canReadAll(context: Context, object: CatalogObject, criterion: Criterion): boolean {
  if (criterion.kind !== "condition" && criterion.kind !== "related") return true;
  const reads = expressionOf(context.catalog, object.name, sourceOf(criterion) ?? "")?.references.reads ?? [];
  return reads.every((read) => {
    const target = context.catalog.object(read.object);
    return target !== undefined && isReadable(fieldRight(context, target, read.field));
  });
}

/**
 * Whether a criterion reads anything that this person may not: then its facts are not sent either. A masked
 * value is not the one that is judged.
 */
export function isHiddenFrom(context: Context, object: CatalogObject, criterion: Criterion): boolean {
  if (criterion.kind === "fields")
    return criterion.fields.some((field) => !isReadable(fieldRight(context, object, field)));
  return !canRead(context, object, criterion, { code: "", text: gateTexts.hidden_criterion });
}
