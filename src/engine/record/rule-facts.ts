import type { Transaction } from "../../platform/db/database.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { CatalogObject, WireValue } from "../../shared/metadata/object.ts";
import { expressionOf } from "../catalog/checked-expression.ts";
import type { Context } from "../kernel/context.ts";
import { answerFacts } from "../query/facts.ts";
import type { Item } from "./batch.ts";

/**
 * The facts that a rule declares, for each item, answered once for the batch. A fact that does not check is a
 * fault of the program and throws.
 */
export async function answerRuleFacts(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  declared: Readonly<Record<string, string>> | undefined,
): Promise<ReadonlyMap<string, Record<string, WireValue>>> {
  if (!declared || items.length === 0) return new Map();
  const expressions: Record<string, Expression> = {};
  for (const [name, source] of Object.entries(declared)) {
    const expression = expressionOf(context.catalog, object.name, source);
    if (!expression) throw new Error(`fact ${name} of a rule on ${object.name} does not check: ${source}`);
    expressions[name] = expression;
  }
  return answerFacts(tx, context, object, new Map(items.map((item) => [item.id, item.after])), expressions);
}
