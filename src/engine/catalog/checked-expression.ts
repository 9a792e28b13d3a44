import { checkExpression } from "../../shared/expression/check.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { Catalog } from "../kernel/catalog.ts";

const cache = new WeakMap<Catalog, Map<string, Expression | null>>();

/**
 * An expression of the catalog itself (a formula, a roll-up's filter), checked once per catalog. Undefined
 * where it does not hold against this catalog; `checkCatalog` says so at start.
 */
export function expressionOf(catalog: Catalog, object: string, source: string): Expression | undefined {
  const known = cache.get(catalog) ?? new Map<string, Expression | null>();
  cache.set(catalog, known);
  const key = `${object}\n${source}`;
  const found = known.get(key);
  if (found !== undefined) return found ?? undefined;
  const checked = checkExpression(source, { schema: catalog, object });
  known.set(key, checked.ok ? checked.expression : null);
  return checked.ok ? checked.expression : undefined;
}
