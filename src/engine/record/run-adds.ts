import type { Transaction } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { changeOf, type Item } from "./batch.ts";
import type { Operation, SaveRequest } from "./contract.ts";

/** Writes the ledgers that adds return, and gives back the operations that they want done in the same transaction. */
export async function runAdds(tx: Transaction, context: Context, object: CatalogObject, written: readonly Item[], request: SaveRequest): Promise<Operation[]> {
  if (written.length === 0) return [];
  const operations: Operation[] = [];
  for (const add of context.hooks.adds) {
    if (!add.applies(object)) continue;
    const added = await add.run({ tx, context, object, request, changes: written.map((item) => changeOf(item, request.road, context.principal.id)) });
    for (const statement of added.ledger ?? []) tx.later(statement);
    operations.push(...(added.operations ?? []));
  }
  return operations;
}
