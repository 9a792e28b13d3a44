import { type HookInput, statement } from "../../../../engine/public.ts";
import { text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const sharedWith = statement(
  { grantee: uuid, object: text },
  ({ record }, grantees: readonly string[]) =>
    sql`with recursive above(grantee, id, own) as (
        select g, g, true from unnest(${grantees}::uuid[]) g
        union select a.grantee, d.parent, false from ${record("department")} d join above a on d.id = a.id where d.parent is not null and d.deleted_at is null
      )
      select distinct a.grantee, r.object from ${record("sharing_rule")} r join above a on a.id = r."to" and (a.own or r.below)
        where r.deleted_at is null and r.active is not false
      union select distinct a.grantee, s.regarding__object from ${record("share")} s join above a on a.id = s."to" and (a.own or s.below)
        where s.deleted_at is null and (s.expires_at is null or s.expires_at > now())`,
);

/**
 * Of which objects records are shared, one by one or by a rule, with each of these departments (or one above
 * them), teams or roles.
 */
export async function objectsSharedWith(
  { tx, context: { workspace } }: Pick<HookInput, "tx" | "context">,
  grantees: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (grantees.length === 0) return new Map();
  const rows = await tx.query(sharedWith(workspace, [...new Set(grantees)]));
  const objects = new Map<string, Set<string>>();
  for (const { grantee, object } of rows)
    objects.set(grantee, (objects.get(grantee) ?? new Set()).add(object));
  return objects;
}
