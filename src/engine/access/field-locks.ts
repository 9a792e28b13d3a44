import type { Label } from "../../shared/i18n/label.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { extensionPoint } from "../kernel/extension-point.ts";
import { Params } from "../kernel/params.ts";
import { tableOf } from "../schema/names.ts";
import type { RowAt } from "./row-condition.ts";

/** Fields of records that nobody changes while something else needs them as they are. */
export interface FieldLock {
  /** Said in proofs and in the list of what runs on an object. */
  readonly label: Label;
  /** Of the refusal: "locked_by_approval". */
  readonly code: string;
  /** The same in words; {label} is the field. */
  readonly text: Label;
  readonly applies: (object: CatalogObject) => boolean;
  /** SQL on a row: the names of the fields that are locked there, as text[]; null: none. */
  readonly locked: (at: RowAt, object: CatalogObject) => string;
}
export type NamedLock = FieldLock & { readonly name: string };
/** What locks fields of records, whoever writes them. The program's own work passes. */
export const fieldLocks = extensionPoint<FieldLock>("what locks fields of records");

const NONE: readonly NamedLock[] = [];
/** The locks that may hold of records of an object. */
export function locksOn({ hooks, principal }: Context, object: CatalogObject): readonly NamedLock[] {
  const all = fieldLocks.read(hooks);
  if (all.size === 0 || principal.kind === "system") return NONE;
  return [...all].flatMap(([name, lock]) => (lock.applies(object) ? [{ ...lock, name }] : []));
}

/** The fields of a record that are locked, each with what locks it. One statement; none where nothing may. */
export async function lockedOn(
  context: Context,
  object: CatalogObject,
  record: string,
): Promise<readonly { readonly field: string; readonly lock: NamedLock }[]> {
  const locks = locksOn(context, object);
  if (locks.length === 0) return [];
  const params = new Params();
  params.rowOf("t", object.name);
  const columns = locks.map(
    (lock, at) => `${lock.locked({ context, params, alias: "t" }, object)} as "lock_${at}"`,
  );
  const [row] = await context.db.query<Readonly<Record<string, readonly string[] | null>>>(
    params.statement(
      `select ${columns.join(", ")} from ${tableOf(context.workspace, object.name)} t where t.id = ${params.add(record, "uuid")}`,
    ),
  );
  return locks.flatMap((lock, at) => (row?.[`lock_${at}`] ?? []).map((field) => ({ field, lock })));
}
