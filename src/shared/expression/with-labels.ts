import { type Language, type LabelMap, textOf } from "../i18n/label.ts";
import { checkExpression } from "./check.ts";
import { matching } from "./names.ts";
import { printNode } from "./print.ts";
import { rewriteNode } from "./rewrite-node.ts";
import type { CheckOptions, ExpressionSchema, PathStep } from "./types.ts";

/**
 * A stored expression as people read and edit it: fields and options under their present labels. What is
 * stored goes by API names and option codes; a label that could mean something else stays an API name, so
 * that reading it again always gives the same.
 * @example withLabels('seg_c == "k"', { schema: catalog, object: "probe_c" }, "en") // 'Tier == "Focus"'
 */
export function withLabels(text: string, options: CheckOptions, language: Language): string {
  const checked = checkExpression(text, options);
  if (!checked.ok) return text;
  const { schema } = options;
  const node = rewriteNode(checked.expression.node, schema, {
    steps: (steps) => steps.map((step) => labelledStep(step, schema, language)),
    option: (literal, field) => {
      const option = field.options.find(({ name }) => name === literal.value);
      const word = option && spoken(option, field.options, language);
      return word === undefined ? literal : { ...literal, value: word };
    },
    related: (related) => {
      const source = schema.object(related.object);
      const field = source?.byName[related.field ?? ""];
      const word = source && field && spoken(field, living(source.fields), language);
      return word === undefined ? related : { ...related, field: word };
    },
  });
  const shown = printNode(node);
  const again = checkExpression(shown, options);
  return again.ok && again.expression.text === checked.expression.text ? shown : text;
}

function labelledStep(step: PathStep, schema: ExpressionSchema, language: Language): PathStep {
  const object = schema.object(step.object);
  const field = object?.byName[step.field];
  const word = object && field && spoken(field, living(object.fields), language);
  return word === undefined ? step : { ...step, field: word };
}
const living = <T extends { readonly hidden?: boolean }>(fields: readonly T[]): readonly T[] =>
  fields.filter((field) => !field.hidden);

type Named = { readonly name: string; readonly label: LabelMap };
/** The label, where it means this one and no other and can be written down. */
function spoken<T extends Named>(one: T, among: readonly T[], language: Language): string | undefined {
  const word = textOf(one.label, language, one.name);
  const found = matching(word, among);
  return found.length === 1 && found[0] === one && !word.includes("`") && word.trim() === word
    ? word
    : undefined;
}
