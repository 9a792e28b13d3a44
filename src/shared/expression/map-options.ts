import { checkExpression } from "./check.ts";
import { printNode } from "./print.ts";
import { rewriteNode } from "./rewrite-node.ts";
import type { CheckOptions } from "./types.ts";

/**
 * The expression with one option of a field in place of another, wherever it compares with that field; as it
 * was where it does not.
 */
export function mapOptions(
  text: string,
  options: CheckOptions,
  object: string,
  field: string,
  map: Readonly<Record<string, string>>,
): string {
  const checked = checkExpression(text, options);
  if (!checked.ok) return text;
  const node = rewriteNode(checked.expression.node, options.schema, {
    option: (literal, compared, owner) => {
      const name = String(literal.value);
      const next =
        owner === object && compared.name === field && Object.hasOwn(map, name) ? map[name] : undefined;
      return next === undefined ? literal : { ...literal, value: next };
    },
  });
  const next = printNode(node);
  return next === checked.expression.text ? text : next;
}
