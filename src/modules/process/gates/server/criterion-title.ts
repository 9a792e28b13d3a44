import type { Context } from "../../../../engine/public.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Criterion } from "../../pipeline/shared/public.ts";
import { gateMessages } from "../shared/gate.texts.ts";
import { kindsOf } from "./gate-kinds.ts";
import { labelsIn } from "./judge-moves.ts";

/**
 * What a criterion is about, as a heading: its own message, else its kind and what it names, never an API
 * name.
 */
export function criterionTitle(
  context: Context,
  object: CatalogObject,
  criterion: Criterion,
  forms: ReadonlyMap<string, LabelMap>,
): LabelMap {
  if (criterion.message) return criterion.message;
  const kind = kindsOf(context).get(criterion.kind);
  return kind?.title(criterion, labelsIn(context, object, forms)) ?? gateMessages.unknown_kind;
}
