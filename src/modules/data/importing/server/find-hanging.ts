import { type Transaction, ident } from "../../../../platform/db/database.ts";
import type { Context } from "../../../../engine/context.ts";
import { systemTable, tableOf } from "../../../../engine/schema/names.ts";
import { groupBy } from "./group-by.ts";
import type { Written } from "./plan-undo.ts";

export interface Hanging {
  /** Records that others refer to: somebody uses them. */
  readonly used: ReadonlySet<string>;
  /**
   * What rules made because of the import (tasks of a stage) and nobody has touched since, by the record that
   * it hangs on.
   */
  readonly along: ReadonlyMap<string, readonly { readonly object: string; readonly id: string }[]>;
}

/** What refers to the records of an import and was not written by it as a row. */
export async function findHanging(
  tx: Transaction,
  context: Context,
  id: string,
  written: readonly Written[],
): Promise<Hanging> {
  const used = new Set<string>();
  const along = new Map<string, { readonly object: string; readonly id: string }[]>();
  const changes = systemTable(context.workspace, "changes");
  const own = `select record from ${systemTable(context.workspace, "import_row")} where import = $2 and outcome = 'created' and record is not null union all select record from ${systemTable(context.workspace, "import_link")} where import = $2`;
  for (const [name, group] of groupBy(written, ({ object }) => object)) {
    for (const link of context.catalog.inbound.get(name) ?? []) {
      const field = context.catalog.object(link.object)?.byName[link.field];
      if (!field || field.computed || field.hidden || link.object === "import") continue;
      const rows = await tx.query<{ id: string; target: string; made: boolean; touched: boolean }>({
        text: `select x.id, x.${ident(link.field)} as target,
            exists (select from ${changes} c where c.record = x.id and c.kind = 'create' and c.road = 'rule' and c.note -> 'cause' ->> 'id' = $2::text) as made,
            exists (select from ${changes} c where c.record = x.id and c.note -> 'cause' ->> 'id' is distinct from $2::text) as touched
          from ${tableOf(context.workspace, link.object)} x where x.${ident(link.field)} = any($1::uuid[]) and x.deleted_at is null and x.id not in (${own.replaceAll("$2", "$2::uuid")})`,
        values: [group.map(({ record }) => record), id],
      });
      for (const row of rows) {
        if (!row.made || row.touched) used.add(row.target);
        else along.set(row.target, [...(along.get(row.target) ?? []), { object: link.object, id: row.id }]);
      }
    }
  }
  return { used, along };
}
