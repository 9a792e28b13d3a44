import { type Add, type Workspace, type WrittenAlong, systemTable } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { fieldsOf, TRAITS } from "../shared/traits.ts";
import { keysOf } from "./duplicate-keys.ts";

/**
 * Keeps the keys of records in their own transaction. Those in the recycle bin keep theirs; reading leaves
 * them out.
 */
export const storeKeys: Add = {
  word: "add",
  name: "duplicates.keys",
  label: label("更新查重索引", "Updates the keys used to find duplicates"),
  applies: ({ name }) => name in TRAITS,
  writes: [],
  run: async ({ context, object, changes }) => {
    const traits = TRAITS[object.name];
    if (!traits) return {};
    const telling = fieldsOf(traits);
    const touched = changes.filter(
      (change) =>
        !change.deleting && (change.before === null || telling.some((name) => change.changed.has(name))),
    );
    if (touched.length === 0) return {};
    const records = touched.map(({ id, after }) => ({ id, values: after }));
    if (touched.every((change) => change.before === null))
      return { along: [keysAlong(context.workspace, object.name, records)] };
    return { ledger: keyStatements(context.workspace, object.name, records) };
  },
};

/** The keys of new records, written with them. */
const keysAlong =
  (workspace: Workspace, object: string, records: Parameters<typeof keyStatements>[2]): WrittenAlong =>
  (parts) => {
    const rows = rowsOf(object, records);
    const list = (values: readonly string[], type: string): string => parts.param(values, type);
    parts.push(
      `keys as (insert into ${systemTable(workspace, "duplicate_key")} (object, id, kind, key) select ${parts.param(object, "text")}, * from unnest(${list(
        rows.map(({ id }) => id),
        "uuid[]",
      )}, ${list(
        rows.map(({ kind }) => kind),
        "text[]",
      )}, ${list(
        rows.map(({ key }) => key),
        "text[]",
      )}) on conflict do nothing)`,
    );
  };
const rowsOf = (object: string, records: Parameters<typeof keyStatements>[2]) =>
  records.flatMap(({ id, values }) => keysOf(object, values).map(({ kind, key }) => ({ id, kind, key })));

/** Forgets the keys of these records, then writes those they have now. */
export function keyStatements(
  workspace: Workspace,
  object: string,
  records: readonly { readonly id: string; readonly values: Values }[],
): { text: string; values: unknown[] }[] {
  const table = systemTable(workspace, "duplicate_key");
  const rows = rowsOf(object, records);
  return [
    { text: `delete from ${table} where id = any($1::uuid[])`, values: [records.map(({ id }) => id)] },
    {
      text: `insert into ${table} (object, id, kind, key) select $1, * from unnest($2::uuid[], $3::text[], $4::text[]) on conflict do nothing`,
      values: [object, rows.map(({ id }) => id), rows.map(({ kind }) => kind), rows.map(({ key }) => key)],
    },
  ];
}
