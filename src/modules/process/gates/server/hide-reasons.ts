import { type Context, fieldRight, isReadable } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { inStage } from "../shared/criterion.ts";
import type { Asked } from "../shared/gate-kind.ts";
import type { Criterion } from "../../pipeline/shared/public.ts";
import { gateMessages } from "../shared/gate.texts.ts";
import { canReadAll } from "../../pipeline/public.ts";

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
    const text = criterion.message ?? gateMessages.hidden_criterion;
    return inStage(
      { code: reason.code, criterion: criterion.id, kind: criterion.kind, text, fix: { action: "none" } },
      skipped,
    );
  });
}

function canRead(context: Context, object: CatalogObject, criterion: Criterion, reason: Reason): boolean {
  if (criterion.kind === "fields")
    return reason.field === undefined || isReadable(fieldRight(context, object, reason.field));
  return canReadAll(context, object, criterion);
}

/**
 * Whether a criterion reads anything that this person may not: then its facts are not sent either. A masked
 * value is not the one that is judged.
 */
export function isHiddenFrom(context: Context, object: CatalogObject, criterion: Criterion): boolean {
  if (criterion.kind === "fields")
    return criterion.fields.some((field) => !isReadable(fieldRight(context, object, field)));
  return !canRead(context, object, criterion, { code: "", text: gateMessages.hidden_criterion });
}
