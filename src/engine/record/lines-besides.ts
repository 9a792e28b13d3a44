import { ident, type Transaction } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import type { Operation } from "../kernel/save-request.ts";
import { tableOf } from "../schema/names.ts";
import { keyOf } from "./batch.ts";
import type { Part } from "./open-document.ts";
import { openItems } from "./open-items.ts";
import type { KeptList } from "./work-out-document.ts";

/** Lines of these documents that are not in the write yet, in one statement for each list. */
export async function linesBesides(
  tx: Transaction,
  byRight: Context,
  kept: readonly KeptList[],
  parts: readonly Part[],
): Promise<Part[]> {
  const known = new Set(
    parts.flatMap(({ object, items }) => items.map((item) => keyOf(object.name, item.id))),
  );
  const found: Part[] = [];
  for (const list of new Set(kept.map((one) => one.list))) {
    const object = byRight.catalog.object(list.object);
    const parents = kept.flatMap(({ list: of, parent }) =>
      of === list && parent.operation.op !== "create" ? [parent.id] : [],
    );
    if (!object || parents.length === 0) continue;
    const rows = await tx.query<{ id: string }>({
      text: `select id from ${tableOf(byRight.workspace, object.name)} where ${ident(list.via)} = any($1::uuid[]) and deleted_at is null order by id`,
      values: [parents],
    });
    const operations = rows.flatMap(({ id }): Operation[] =>
      known.has(keyOf(object.name, id)) ? [] : [{ op: "update", object: object.name, id, values: {} }],
    );
    if (operations.length === 0) continue;
    const { items } = openItems(byRight, operations);
    found.push({ object, items, context: byRight, giver: byRight, implied: true, besides: true });
  }
  return found;
}
