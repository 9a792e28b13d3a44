import { type Context, type Principal, statement } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";
import type { Placed } from "./covers.ts";
import { type RowOf, arrayOf, json, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

interface HeldRole {
  readonly id: string;
  readonly name: string;
  readonly rights: unknown;
}
const row = {
  id: uuid,
  name: sure(text),
  department: orNull(uuid),
  roles: json<readonly HeldRole[]>(),
  departments: arrayOf(uuid),
  subtree: arrayOf(uuid),
  team: json<readonly Placed[]>(),
  managers: arrayOf(uuid),
};
type Row = RowOf<typeof row>;
export const standingsOf = statement(
  row,
  ({ record }, ids: readonly string[]) =>
    sql`with recursive who as (select id, name, department, manager from ${record("user")} where id = any(${ids}::uuid[])),
      homes(who, id) as (
        select who.id, who.department from who where who.department is not null
        union select l."user", l.place from ${record("user_department")} l where l."user" = any(${ids}::uuid[]) and l.deleted_at is null
      ), below(who, id) as (
        select who, id from homes
        union select b.who, d.id from ${record("department")} d join below b on d.parent = b.id where d.deleted_at is null
      ), reports(who, id) as (
        select u.manager, u.id from ${record("user")} u where u.manager = any(${ids}::uuid[]) and u.deleted_at is null
        union select r.who, u.id from ${record("user")} u join reports r on u.manager = r.id where u.deleted_at is null
      ), line(who, id) as (
        select who.id, who.manager from who where who.manager is not null
        union select l.who, u.manager from ${record("user")} u join line l on u.id = l.id where u.manager is not null
      )
      select w.id, w.name, w.department,
        (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'rights', r.rights)), '[]') from ${record("user_role")} l
          join ${record("role")} r on r.id = l.role and r.deleted_at is null where l."user" = w.id and l.deleted_at is null) as roles,
        array(select h.id from homes h where h.who = w.id) as departments,
        array(select b.id from below b where b.who = w.id) as subtree,
        (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'department', u.department)), '[]') from reports r
          join ${record("user")} u on u.id = r.id where r.who = w.id and r.id <> w.id) as team,
        array(select l.id from line l where l.who = w.id) as managers
      from who w`,
);
/** What a person has now, also while they are deactivated or deleted: what they would come back with. */
export interface Standing extends Principal {
  readonly id: string;
  readonly department: string | null;
  /** All who report to them, directly or through others. */
  readonly team: readonly Placed[];
  /** Those above in the line of managers, the nearest first. */
  readonly managers: readonly string[];
}

/** Roles, departments, reports and managers of these people, in one statement. */
export async function readStandings(
  db: Executor,
  { workspace }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query(standingsOf(workspace, ids));
  return new Map(rows.map((row): [string, Standing] => [row.id, standingOf(row)]));
}

const standingOf = ({
  id,
  name,
  department,
  roles,
  departments,
  subtree,
  team,
  managers,
}: Row): Standing => ({
  kind: "person",
  id,
  name,
  department,
  managers,
  team,
  roles: roles.flatMap((role) => {
    const parsed = parseRights(role.rights);
    return parsed.ok ? [{ id: role.id, name: role.name, ...parsed.rights }] : [];
  }),
  departments,
  subtree,
});
