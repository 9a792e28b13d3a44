import { type Context, type Principal, tableOf } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";
import type { Placed } from "./covers.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly department: string | null;
  readonly roles: readonly { readonly id: string; readonly name: string; readonly rights: unknown }[];
  readonly departments: readonly string[];
  readonly subtree: readonly string[];
  readonly team: readonly Placed[];
  readonly managers: readonly string[];
}
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
  const table = (name: string) => tableOf(workspace, name);
  const rows = await db.query<Row>({
    text: `with recursive who as (select id, name, department, manager from ${table("user")} where id = any($1::uuid[])),
      homes(who, id) as (
        select who.id, who.department from who where who.department is not null
        union select l."user", l.place from ${table("user_department")} l where l."user" = any($1::uuid[]) and l.deleted_at is null
      ), below(who, id) as (
        select who, id from homes
        union select b.who, d.id from ${table("department")} d join below b on d.parent = b.id where d.deleted_at is null
      ), reports(who, id) as (
        select u.manager, u.id from ${table("user")} u where u.manager = any($1::uuid[]) and u.deleted_at is null
        union select r.who, u.id from ${table("user")} u join reports r on u.manager = r.id where u.deleted_at is null
      ), line(who, id) as (
        select who.id, who.manager from who where who.manager is not null
        union select l.who, u.manager from ${table("user")} u join line l on u.id = l.id where u.manager is not null
      )
      select w.id, w.name, w.department,
        (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'rights', r.rights)), '[]') from ${table("user_role")} l
          join ${table("role")} r on r.id = l.role and r.deleted_at is null where l."user" = w.id and l.deleted_at is null) as roles,
        array(select h.id from homes h where h.who = w.id) as departments,
        array(select b.id from below b where b.who = w.id) as subtree,
        (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'department', u.department)), '[]') from reports r
          join ${table("user")} u on u.id = r.id where r.who = w.id and r.id <> w.id) as team,
        array(select l.id from line l where l.who = w.id) as managers
      from who w`,
    values: [ids],
  });
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
