import { fieldRight, isReadable } from "../../../engine/access/rights-of.ts";
import type { Context } from "../../../engine/context.ts";
import { expressionOf } from "../../../engine/query/checked-expression.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import type { Asked } from "../shared/criterion.ts";
import type { Criterion } from "../shared/pipeline.ts";
import { gateTexts } from "../shared/texts.ts";
import { sourceOf } from "./gate-facts.ts";

/** A gate judges with full facts; to someone who may not read what it reads, a reason is the criterion's message without field or value (decision 13). */
export function hideReasons(context: Context, object: CatalogObject, asked: readonly Asked[], reasons: readonly Reason[]): readonly Reason[] {
  const criteria = new Map(asked.map(({ criterion }) => [criterion.id, criterion]));
  return reasons.map((reason) => {
    const criterion = criteria.get(reason.criterion ?? "");
    if (!criterion || canRead(context, object, criterion, reason)) return reason;
    return { code: reason.code, criterion: criterion.id, kind: criterion.kind, text: criterion.message ?? gateTexts.hidden_criterion, fix: { action: "none" } };
  });
}

function canRead(context: Context, object: CatalogObject, criterion: Criterion, reason: Reason): boolean {
  if (criterion.kind === "fields") return reason.field === undefined || isReadable(fieldRight(context, object, reason.field));
  if (criterion.kind !== "condition" && criterion.kind !== "related") return true;
  const reads = expressionOf(context.catalog, object.name, sourceOf(criterion) ?? "")?.references.reads ?? [];
  return reads.every((read) => {
    const target = context.catalog.object(read.object);
    return target !== undefined && isReadable(fieldRight(context, target, read.field));
  });
}
