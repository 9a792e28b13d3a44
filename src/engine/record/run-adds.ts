import type { Statement, Transaction } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { changeOf, type Item } from "./batch.ts";
import type { Operation, SaveRequest } from "../kernel/save-request.ts";
import type { WrittenAlong } from "../kernel/write-parts.ts";

/**
 * What adds want written in ledgers, with the records or by statements of their own, and the operations that
 * they want done in the same transaction.
 */
export interface AllAdded {
  readonly operations: readonly Operation[];
  readonly ledger: readonly Statement[];
  readonly along: readonly WrittenAlong[];
}

/** Asks the adds of an object about records that are about to be written. */
export async function runAdds(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  writing: readonly Item[],
  request: SaveRequest,
): Promise<AllAdded> {
  const operations: Operation[] = [];
  const ledger: Statement[] = [];
  const along: WrittenAlong[] = [];
  for (const add of context.hooks.adds) {
    if (!add.applies(object)) continue;
    const added = await add.run({
      tx,
      context,
      object,
      request,
      changes: writing.map((item) => changeOf(item, request.road, context.principal.id)),
    });
    operations.push(...(added.operations ?? []));
    ledger.push(...(added.ledger ?? []));
    along.push(...(added.along ?? []));
  }
  return { operations, ledger, along };
}
