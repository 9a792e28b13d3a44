import { type Context, fieldRight, isReadable } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";

const text = label(
  "你无权查看字段“{field}”，因此不能用它匹配",
  "You do not have access to the field “{field}”, so records cannot be matched by it",
);

/**
 * Whoever matches by a field learns which values exist: only fields that the caller may read in full are
 * matched by.
 */
export const unreadableMatch = (
  context: Context,
  object: CatalogObject,
  match: readonly string[],
): readonly Reason[] =>
  match
    .filter((name) => !isReadable(fieldRight(context, object, name)))
    .map((name): Reason => ({ code: "match_forbidden", field: "match", params: { field: name }, text }));
