import { elevate } from "../kernel/elevate.ts";
import { checkExpression } from "../../shared/expression/check.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { SharingRule } from "../kernel/visibility.ts";
import type { Context } from "../kernel/context.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { compileCondition } from "./expression-sql.ts";
import { readingScope } from "./sql-scope.ts";

const known = new WeakMap<Catalog, Map<string, Expression | null>>();

/**
 * The condition of a sharing rule as SQL: judged with full facts, whatever fields the caller may read (he
 * learns that the rule's condition holds, not by which values); me() and mydepartments() are the caller's.
 * One that no longer holds against the catalog opens nothing.
 */
export function ruleCondition(object: string, criteria: string): SharingRule["condition"] {
  return (context, params, alias) => {
    const expression = checked(context.catalog, object, criteria);
    if (!expression) return "false";
    params.rowOf(alias, object);
    return `(${compileCondition(expression, alias, readingScope({ context: withFullFacts(context), params }))})`;
  };
}

/**
 * The same caller with all facts, who has not yet been asked for the time: a statement whose conditions do not
 * ask for it is kept (`kept-statements.ts`).
 */
function withFullFacts(context: Context): Context {
  const untimed: Context = Object.defineProperties({} as Context, {
    ...Object.getOwnPropertyDescriptors(context),
    now: { value: "", enumerable: true, configurable: true },
  });
  const full = elevate(untimed, "what a sharing rule names does not depend on who looks");
  return Object.defineProperty({ ...full }, "now", { enumerable: true, get: () => context.now });
}

function checked(catalog: Catalog, object: string, criteria: string): Expression | null {
  const cache = known.get(catalog) ?? new Map<string, Expression | null>();
  known.set(catalog, cache);
  const key = `${object}\n${criteria}`;
  const found = cache.get(key);
  if (found !== undefined) return found;
  const result = catalog.object(object)
    ? checkExpression(criteria, { schema: catalog, object, expects: "boolean" })
    : null;
  const expression = result?.ok ? result.expression : null;
  cache.set(key, expression);
  return expression;
}
