import { label } from "../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { type Change, rewriteText, type SavedExpressions } from "../kernel/saved-expressions.ts";

/**
 * Every expression of a field's definition: formula, conditions, a computed default, and the condition of a
 * roll-up, which is about the records rolled up.
 */
export function rewriteDefinition<D extends object>(object: string, definition: D, change: Change): D {
  const values = definition as Readonly<Values>;
  const preset: WireValue | undefined = values["default"];
  const inner = isMap(preset) ? rewriteText(preset, "expression", object, change) : {};
  const next = {
    ...rewriteText(values, "expression", object, change),
    ...rewriteText(values, "required_if", object, change),
    ...rewriteText(values, "visible_if", object, change),
    ...rewriteText(values, "filter", values["object"], change),
    ...(isMap(preset) && Object.keys(inner).length > 0 ? { default: { ...preset, ...inner } } : {}),
  };
  return Object.keys(next).length === 0 ? definition : { ...definition, ...next };
}

const within = (values: Readonly<Values>, key: "definition" | "changes", change: Change): Values => {
  const definition = values[key];
  if (!isMap(definition) || typeof values["object"] !== "string") return {};
  const next = rewriteDefinition(values["object"], definition, change);
  return next === definition ? {} : { [key]: next };
};
export const definitionExpressions: readonly SavedExpressions[] = [
  // The expressions of a deleted field count for nothing.
  {
    object: "field_definition",
    label: label("字段", "Field"),
    rewrite: (values, change) => (values["hidden"] === true ? {} : within(values, "definition", change)),
  },
  {
    object: "definition_change",
    label: label("字段", "Field"),
    rewrite: (values, change) => within(values, "changes", change),
  },
];
