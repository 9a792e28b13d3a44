import { ident, type Transaction } from "../../platform/db/database.ts";
import { fieldsByState, rightSql } from "../access/field-by-state.ts";
import { locksOn } from "../access/field-locks.ts";
import { accessPredicate } from "../access/predicate.ts";
import { hasAbility, objectRights } from "../access/rights-of.ts";
import type { Context, Principal } from "../kernel/context.ts";
import { noteOf, notesIn, type WriteContext, type WriteNotes } from "../kernel/write-notes.ts";
import { oneOf } from "../query/one-of.ts";
import { Params } from "../kernel/params.ts";
import { liveColumns } from "../schema/plan.ts";
import { tableOf } from "../schema/names.ts";
import { type Item, isLive, keyOf, refuseItem } from "./batch.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { recordMessages } from "./messages.ts";
import { type Row, valuesOf } from "../values/row-values.ts";

/**
 * Locks the existing records of a batch in id order, with what the caller may do to each:
 * unseen is 404, seen but not changeable 403.
 */
export async function lockRecords(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  giver: Context = context,
): Promise<void> {
  refuseCreates(context, object, items);
  const existing = items.filter((item) => isLive(item) && item.operation.op !== "create");
  if (existing.length === 0) return;
  const rows = await selectForUpdate(
    tx,
    context,
    object,
    [...new Set(existing.map((item) => item.id))],
    giver,
  );
  for (const item of existing) {
    const row = rows.get(item.id);
    const wantsDeleted = item.operation.op === "restore";
    if (!row || row["$see"] !== true || (row["deleted_at"] !== null && !wantsDeleted)) {
      refuseItem(item, { status: 404, code: "not_found", text: recordMessages.not_found });
    } else if (wantsDeleted && row["deleted_at"] === null) {
      refuseItem(item, { status: 409, code: "not_deleted", text: recordMessages.not_deleted });
    } else if (wantsDeleted && !isRestorer(context)) {
      refuseItem(item, forbidden(object));
    } else if (row[item.operation.op === "update" ? "$change" : "$remove"] !== true) {
      refuseItem(item, forbidden(object));
    } else {
      item.row = row;
      item.before = valuesOf(object, row);
      item.after = { ...item.before };
    }
  }
}

export const isRestorer = (context: Context): boolean =>
  context.principal.kind === "system" || hasAbility(context, "record.restore");

const forbidden = (object: CatalogObject) => {
  const word = (language: "zh-CN" | "en") =>
    recordMessages.forbidden[language].replace("{label}", object.label[language] ?? object.name);
  return { status: 403, code: "forbidden", text: { "zh-CN": word("zh-CN"), en: word("en") } } as const;
};

function refuseCreates(context: Context, object: CatalogObject, items: readonly Item[]): void {
  if (context.principal.kind === "system" || objectRights(context, object).create) return;
  for (const item of items) if (item.operation.op === "create") refuseItem(item, forbidden(object));
}

/** Where the locked row says what its writer may do with a field whose right follows from its state. */
export const rightColumn = (field: string): string => `$right ${field}`;

/** Where it says which fields something keeps as they are. */
export const lockColumn = (lock: string): string => `$lock ${lock}`;

interface LockedAhead {
  readonly by: Principal;
  readonly row: Row;
}
/** By key; there as long as nothing was written since. */
const LOCKED_AHEAD = noteOf<ReadonlyMap<string, LockedAhead>>("rows locked and read ahead");

/**
 * Locks and reads a record that the caller sees, before it is known what is to be written: the write that
 * follows does not read it again.
 */
export async function lockAhead(
  tx: Transaction,
  context: WriteContext,
  object: CatalogObject,
  id: string,
): Promise<{ readonly row: Row; readonly canUpdate: boolean } | null> {
  const row = (await selectForUpdate(tx, context, object, [id.toLowerCase()])).get(id.toLowerCase());
  if (!row || row["$see"] !== true || row["deleted_at"] !== null) return null;
  const known = context.notes.get(LOCKED_AHEAD) ?? [];
  context.notes.set(
    LOCKED_AHEAD,
    new Map([...known, [keyOf(object.name, id), { by: context.principal, row }]]),
  );
  return { row, canUpdate: row["$change"] === true };
}

/** What is about to be written may change what was read. */
export const dropLockedAhead = (notes: WriteNotes | undefined): void => notes?.delete(LOCKED_AHEAD);

async function selectForUpdate(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
  giver: Context = context,
): Promise<Map<string, Row>> {
  const [only] = ids;
  const known =
    ids.length === 1 && only !== undefined
      ? notesIn(tx, context)?.get(LOCKED_AHEAD)?.get(keyOf(object.name, only))
      : undefined;
  if (known?.by === context.principal) return new Map([[String(known.row["id"]), known.row]]);
  const params = new Params();
  const columns = liveColumns(object).map((column) => `t.${ident(column.name)}`);
  const may = (action: "read" | "update" | "delete", name: string) =>
    `(${accessPredicate(context, object, action, "t", params)}) as "${name}"`;
  const inState = [...fieldsByState(giver, object)].map(
    ([name, state]) =>
      `${rightSql(state, { context: giver, params, alias: "t" })} as ${ident(rightColumn(name))}`,
  );
  const locks = locksOn(giver, object).map(
    (lock) =>
      `${lock.locked({ context: giver, params, alias: "t" }, object)} as ${ident(lockColumn(lock.name))}`,
  );
  const list = [
    ...columns,
    may("read", "$see"),
    may("update", "$change"),
    may("delete", "$remove"),
    ...inState,
    ...locks,
  ].join(", ");
  const wanted = oneOf("t.id", ids, params);
  const rows = await tx.query<Row>({
    name: "lock",
    ...params.statement(
      `select ${list} from ${tableOf(context.workspace, object.name)} t where ${wanted} order by t.id for update of t`,
    ),
  });
  return new Map(rows.map((row) => [String(row["id"]), row]));
}
