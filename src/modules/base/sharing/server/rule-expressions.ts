import { type SavedExpressions, rewriteText } from "../../../../engine/public.ts";
import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";

/** The condition of a sharing rule is about the object that it shares. */
export const ruleExpressions: SavedExpressions = {
  object: "sharing_rule",
  label: label("共享规则", "Sharing rule"),
  rewrite: (values, change) => rewriteText(values, "criteria", partOf(sharingRule, values).object, change),
};
