import type { Executor } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { lowWater } from "../changes/read-changes.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable, tableOf } from "../schema/names.ts";

/**
 * The place of the log up to which everything can be seen now. Ask the primary: a replica may lag behind what
 * its reader has just written.
 */
export async function placeOfLog({ db, workspace }: Pick<Context, "db" | "workspace">): Promise<number> {
  const upTo = await lowWater(db, workspace);
  // A number that was given and never written comes again after a crash, so the last one that was written
  // counts.
  const [last] = await db.query<{ seq: number }>({
    text: `select seq from ${systemTable(workspace, "changes")} where seq <= $1 order by seq desc limit 1`,
    values: [upTo],
  });
  return last?.seq ?? 0;
}

/**
 * By id, the version that each record had at a place of the log; 0 where it was not there yet. Records that
 * are gone are left out.
 */
export async function versionsSeen(
  db: Executor,
  context: Context,
  object: CatalogObject,
  { ids, seen }: { readonly ids: readonly string[]; readonly seen: number },
): Promise<Readonly<Record<string, number>>> {
  const rows = await db.query<{ id: string; version: number; is_later: boolean }>({
    text: `select id, version, recorded > $2 as is_later from ${tableOf(context.workspace, object.name)} where id = any($1::uuid[])`,
    values: [ids, seen],
  });
  const later = rows.filter(({ is_later }) => is_later).map(({ id }) => id);
  const before =
    later.length === 0
      ? []
      : await db.query<{ record: string; version: number }>({
          text: `select record, max(version) as version from ${systemTable(context.workspace, "changes")} where record = any($1::uuid[]) and object = $2 and seq <= $3 group by record`,
          values: [later, object.name, seen],
        });
  const then = new Map(before.map(({ record, version }) => [record, version]));
  return Object.fromEntries(
    rows.map(({ id, version, is_later }) => [id, is_later ? (then.get(id) ?? 0) : version]),
  );
}
