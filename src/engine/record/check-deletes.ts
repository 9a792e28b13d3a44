import { ident, type Transaction } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { OnDelete } from "../../shared/metadata/field.ts";
import type { Context } from "../context.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";
import type { Operation } from "./contract.ts";
import { recordMessages } from "./messages.ts";

interface Referrer {
  readonly object: string;
  readonly field: string;
  readonly action: OnDelete;
}

/** What points at records about to be deleted: refused, or further operations (clear, cascade) for the same batch. */
export async function checkDeletes(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[]): Promise<Operation[]> {
  const deleting = items.filter((item) => isLive(item) && item.operation.op === "delete");
  if (deleting.length === 0) return [];
  const operations: Operation[] = [];
  for (const referrer of referrersOf(context, object)) {
    const rows = await findReferring(tx, context, object, referrer, deleting);
    // More than one transaction can take along would be left pointing at nothing.
    if (referrer.action === "refuse" || rows.length > MAX_REFERRING) refuseReferred(context, referrer, deleting, rows);
    else
      operations.push(
        ...rows.map((row): Operation =>
          referrer.action === "cascade"
            ? { op: "delete", object: referrer.object, id: row.id }
            : { op: "update", object: referrer.object, id: row.id, values: { [referrer.field]: null } },
        ),
      );
  }
  return operations;
}

function referrersOf(context: Context, object: CatalogObject): Referrer[] {
  return (context.catalog.inbound.get(object.name) ?? []).flatMap((link): Referrer[] => {
    const field = context.catalog.object(link.object)?.byName[link.field];
    if (!field || field.system || field.hidden || context.catalog.object(link.object)?.ledger) return [];
    return [{ ...link, action: field.kind === "link" ? (field.on_delete ?? "clear") : "refuse" }];
  });
}

const MAX_REFERRING = 1000;
async function findReferring(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  referrer: Referrer,
  items: readonly Item[],
): Promise<{ id: string; target: string }[]> {
  const field = context.catalog.object(referrer.object)?.byName[referrer.field];
  const several = field?.kind === "link" && field.targets.length > 1;
  return tx.query<{ id: string; target: string }>({
    text: `select id, ${ident(referrer.field)} as target from ${tableOf(context.workspace, referrer.object)} where ${ident(referrer.field)} = any($1::uuid[])${several ? ` and ${ident(`${referrer.field}__object`)} = $2` : ""} and deleted_at is null limit ${MAX_REFERRING + 1}`,
    values: several ? [items.map((item) => item.id), object.name] : [items.map((item) => item.id)],
  });
}

function refuseReferred(context: Context, referrer: Referrer, items: readonly Item[], rows: readonly { target: string }[]): void {
  const other = context.catalog.object(referrer.object);
  for (const item of items) {
    const count = rows.filter((row) => row.target === item.id).length;
    if (count === 0) continue;
    const word = (language: "zh-CN" | "en") => recordMessages.linked_by[language].replace("{object}", other?.label[language] ?? referrer.object);
    refuseItem(item, { status: 409, code: "linked_by", text: { "zh-CN": word("zh-CN"), en: word("en") }, params: { count } });
  }
}

/** What went to the recycle bin with the records about to be restored comes back with them (decision 15). */
export async function restoreTogether(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[]): Promise<Operation[]> {
  const restoring = items.filter((item) => isLive(item) && item.operation.op === "restore").map((item) => item.id);
  if (restoring.length === 0) return [];
  const changes = systemTable(context.workspace, "changes");
  const operations: Operation[] = [];
  for (const { object: child, field, action } of referrersOf(context, object)) {
    if (action !== "cascade") continue;
    // `recorded` is the change that made a version: here the two deletions, which one request made, the parent's first.
    const rows = await tx.query<{ id: string }>({
      text: `select t.id from ${tableOf(context.workspace, child)} t join ${tableOf(context.workspace, object.name)} p on p.id = t.${ident(field)}
        join ${changes} mine on mine.record = t.id and mine.seq = t.recorded join ${changes} its on its.record = p.id and its.seq = p.recorded
        where p.id = any($1::uuid[]) and t.deleted_at is not null and mine.kind = 'delete' and its.kind = 'delete' and mine.seq > its.seq and mine.request = its.request limit ${MAX_REFERRING}`,
      values: [restoring],
    });
    operations.push(...rows.map(({ id }): Operation => ({ op: "restore", object: child, id })));
  }
  return operations;
}
