import { checkExpression } from "../../shared/expression/check.ts";
import type { Label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Catalog } from "./catalog.ts";

/**
 * Gives the text that is stored instead of `text`, an expression about a record of `about`. `past`: it may
 * ask `asof`.
 */
export type Change = (about: string, text: string, options?: { readonly past?: boolean }) => string;

/**
 * Records that hold expressions, e.g. views. A module names its own, and the engine sees to it that they are
 * stored by API name and option code, and asks them what a deletion would break.
 */
export interface SavedExpressions {
  /** The object whose records these are. */
  readonly object: string;
  /** What people call such a record: "View". */
  readonly label: Label;
  /**
   * The values that differ once every expression in `values` has gone through `change`; an empty map where
   * none does.
   */
  readonly rewrite: (values: Readonly<Values>, change: Change) => Values;
}

/** The text by API names and option codes; as it was where it does not hold against the catalog. */
export function canonicalText(catalog: Catalog, about: string, text: string, past = false): string {
  if (text.trim() === "" || !catalog.object(about)) return text;
  const checked = checkExpression(text, { schema: catalog, object: about, past });
  return checked.ok ? checked.expression.text : text;
}
export const canonical =
  (catalog: Catalog): Change =>
  (about, text, options = {}) =>
    canonicalText(catalog, about, text, options.past);

/** Rewrites the expressions in one property of values. */
export function rewriteText(
  values: Readonly<Values>,
  key: string,
  about: unknown,
  change: Change,
  past = false,
): Values {
  const text = values[key];
  if (typeof text !== "string" || typeof about !== "string" || text.trim() === "") return {};
  const next = change(about, text, { past });
  return next === text ? {} : { [key]: next };
}
