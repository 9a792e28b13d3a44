import { type Context, statement } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import type { Rights } from "../../../../shared/rights/rights.ts";

const within = (departments: Sql, chosen: Sql): Sql =>
  sql`(with recursive chosen(id, below) as (${chosen}), within(id, below) as (
      select c.id, c.below from chosen c
      union select d.id, w.below from ${departments} d join within w on d.parent = w.id where w.below and d.deleted_at is null
    ) select jsonb_agg(distinct w.id) from within w)`;
const ofRole = (none: Sql): Sql =>
  sql`select p.id::uuid, coalesce((r.rights::jsonb -> 'departments' ->> 'below')::boolean, false) from jsonb_array_elements_text(r.rights::jsonb -> 'departments' -> 'ids') p(id) where ${none}`;

/**
 * The departments chosen for a person's role `l`, else for the role `r` itself, with those below where so
 * chosen; null where one's own count.
 */
export const chosenFor = (departments: Sql): Sql =>
  within(
    departments,
    sql`select p.id, l.below is true from unnest(l.places) p(id) union all ${ofRole(sql`coalesce(cardinality(l.places), 0) = 0`)}`,
  );
/** Those chosen for the role `r`. */
export const chosenForRole = (departments: Sql): Sql => within(departments, ofRole(sql`true`));

export const departmentsWithin = statement(
  { id: uuid },
  ({ record }, ids: readonly string[], below: boolean) =>
    sql`with recursive within(id) as (
      select p.id from unnest(${ids}::uuid[]) p(id)
      union select d.id from ${record("department")} d join within w on d.parent = w.id where ${below}::boolean and d.deleted_at is null
    ) select distinct id from within`,
);
/** The departments that rights choose, with those below where they say so; undefined: one's own count. */
export async function chosenBy(
  { db, workspace }: Context,
  { departments }: Pick<Rights, "departments">,
): Promise<readonly string[] | undefined> {
  if (!departments) return undefined;
  const rows = await db.query(departmentsWithin(workspace, departments.ids, departments.below));
  return rows.map(({ id }) => id);
}
