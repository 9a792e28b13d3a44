import { type Executor, ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import type { Cause, HangingRecord, Written } from "./contract.ts";
import { groupBy } from "../kernel/group-by.ts";
import { isCaused } from "./is-caused.ts";

export interface Hanging {
  /** Records that others refer to: somebody uses them. */
  readonly used: ReadonlySet<string>;
  /**
   * What rules made because of the cause (tasks of a stage) and nobody has touched since, by the record that
   * it hangs on.
   */
  readonly along: ReadonlyMap<string, readonly HangingRecord[]>;
}

/** Links by which a record hangs on another, as opposed to those that the program keeps by itself. */
export const isHangingLink = (field: Field | undefined): field is Field =>
  field?.kind === "link" && !field.computed && !field.hidden;

/**
 * What refers to records that a cause wrote and was not made by the cause itself. Of records that it only
 * changed (not in `made`) just what rules made since `since` is looked for.
 */
export async function findHanging(
  db: Executor,
  context: Context,
  cause: Cause,
  written: readonly Written[],
  { made, since }: { readonly made: readonly string[]; readonly since: string | null },
): Promise<Hanging> {
  const used = new Set<string>();
  const along = new Map<string, HangingRecord[]>();
  const changes = systemTable(context.workspace, "changes");
  const logged = (condition: string) =>
    `exists (select from ${changes} c where c.record = x.id and ${condition})`;
  const caused = isCaused("c", "$2::text", "$3::text");
  for (const [name, group] of groupBy(written, ({ object }) => object)) {
    for (const link of context.catalog.inbound.get(name) ?? []) {
      const field = context.catalog.object(link.object)?.byName[link.field];
      if (!isHangingLink(field) || link.object === cause.object) continue;
      // Clocks of the program and of the database differ a little.
      const rows = await db.query<{ id: string; target: string; made: boolean; touched: boolean }>({
        text: `select * from (select x.id, x.${ident(link.field)} as target, ${logged(`c.kind = 'create' and c.road = 'rule' and ${caused}`)} as made, ${logged(`not coalesce(${caused}, false)`)} as touched
            from ${tableOf(context.workspace, link.object)} x where x.${ident(link.field)} = any($1::uuid[]) and x.deleted_at is null
              and (x.${ident(link.field)} = any($4::uuid[]) or x.created_at >= $5::timestamptz - interval '10 minutes')
              and not ${logged(`c.kind = 'create' and c.road <> 'rule' and ${caused}`)}) found
          where made or target = any($4::uuid[])`,
        values: [group.map(({ record }) => record), cause.object, cause.id, made, since],
      });
      for (const { id, target, ...row } of rows) {
        if (!row.made || row.touched) used.add(target);
        else along.set(target, [...(along.get(target) ?? []), { object: link.object, id }]);
      }
    }
  }
  return { used, along };
}
