import { ident, type Transaction } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { liveColumns } from "../schema/plan.ts";
import { tableOf } from "../schema/names.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";
import { recordMessages } from "./messages.ts";
import { readField } from "../values/read-field.ts";
import { type Row, sameValue, valuesOf } from "../values/row-values.ts";

/**
 * A chosen id that is taken: by the same creator with the same content it is the first answer again, else 409
 * and nothing more (decision 6).
 */
export async function answerTakenIds(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
): Promise<void> {
  const chosen = items.filter(
    (item) => isLive(item) && item.operation.op === "create" && item.operation.id !== undefined,
  );
  if (chosen.length === 0) return;
  const columns = liveColumns(object).map((column) => ident(column.name));
  const rows = await tx.query<Row>({
    text: `select ${columns.join(", ")} from ${tableOf(context.workspace, object.name)} where id = any($1::uuid[])`,
    values: [chosen.map((item) => item.id)],
  });
  const taken = new Map(rows.map((row) => [String(row["id"]), row]));
  for (const item of chosen) {
    const row = taken.get(item.id);
    if (!row) continue;
    if (isSameContent(context, item, row)) {
      item.unchanged = true;
      item.after = valuesOf(object, row);
    } else refuseItem(item, { status: 409, code: "id_taken", text: recordMessages.id_taken });
  }
}

function isSameContent(context: Context, item: Item, row: Row): boolean {
  if (
    item.operation.op !== "create" ||
    row["created_by"] !== context.principal.id ||
    row["deleted_at"] !== null
  )
    return false;
  const stored = valuesOf(item.object, row);
  return Object.entries(item.operation.values).every(([name, given]) => {
    const field = item.object.byName[name];
    if (!field) return false;
    const read = readField(field, given, { currency: context.company.currency });
    return "value" in read && (!Object.hasOwn(stored, name) || sameValue(read.value, stored[name]));
  });
}
