import Big from "big.js";
import { evaluate } from "../../shared/expression/evaluate.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { CatalogObject, WireValue } from "../../shared/metadata/object.ts";
import { expressionOf } from "../catalog/checked-expression.ts";
import type { Context } from "../kernel/context.ts";
import { momentOf } from "../kernel/moment.ts";
import type { Item } from "./batch.ts";

/** Stored formulas, in the order in which they read one another. */
export function deriveFormulas(context: Context, object: CatalogObject, items: readonly Item[]): void {
  const formulas = object.fields.flatMap((field): [string, Expression][] => {
    if (field.kind !== "formula" || !field.stored || field.hidden) return [];
    const expression = expressionOf(context.catalog, object.name, field.expression);
    return expression ? [[field.name, expression]] : [];
  });
  if (formulas.length === 0) return;
  const ordered = inOrder(formulas);
  for (const item of items) {
    for (const [name, expression] of ordered)
      item.after[name] = stored(
        object,
        name,
        evaluate(expression, { ...momentOf(context, item.moment), record: item.after }),
      );
  }
}

/** A percentage is a fraction in expressions and points where it is kept. */
function stored(object: CatalogObject, name: string, value: WireValue): WireValue {
  const field = object.byName[name];
  if (value === null || field?.kind !== "formula" || field.returns !== "percent") return value;
  return new Big(String(value)).times(100).toFixed();
}

/** A formula comes after those that it reads; circles were refused when the catalog was checked. */
function inOrder(formulas: readonly [string, Expression][]): readonly [string, Expression][] {
  const names = new Set(formulas.map(([name]) => name));
  const done = new Set<string>();
  const ordered: [string, Expression][] = [];
  while (ordered.length < formulas.length) {
    const ready = formulas.filter(
      ([name, expression]) =>
        !done.has(name) && expression.references.fields.every((read) => !names.has(read) || done.has(read)),
    );
    if (ready.length === 0) break;
    for (const one of ready) {
      done.add(one[0]);
      ordered.push(one);
    }
  }
  return ordered;
}
