import { rewriteText, type SavedExpressions } from "../../../engine/definitions/saved-expressions.ts";
import { label } from "../../../shared/i18n/label.ts";

/** The condition of a sharing rule is about the object that it shares. */
export const ruleExpressions: SavedExpressions = {
  object: "sharing_rule",
  label: label("共享规则", "Sharing rule"),
  rewrite: (values, change) => rewriteText(values, "criteria", values["object"], change),
};
