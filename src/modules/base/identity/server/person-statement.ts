import { type Workspace, systemTable, tableOf } from "../../../../engine/public.ts";

const roleJson = (alias: string) =>
  `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'label', ${alias}.label, 'rights', ${alias}.rights)`;

/**
 * $1: the person, $2: the role that a key is narrowed to. Roles, departments with those below and above,
 * reports, teams and sharing rules in one statement.
 */
export const personStatement = (workspace: Workspace): string => {
  const table = (name: string) => tableOf(workspace, name);
  return `with recursive me as (
      select id, name, login, email, language, department from ${table("user")} where id = $1 and deleted_at is null and active is not false
    ), homes(id, name, place) as (
      select d.id, d.name, 0 from me join ${table("department")} d on d.id = me.department where d.deleted_at is null
      union
      select d.id, d.name, 1 from me join ${table("user_department")} l on l."user" = me.id and l.deleted_at is null
        join ${table("department")} d on d.id = l.place and d.deleted_at is null where d.id is distinct from me.department
    ), below(id) as (
      select id from homes
      union
      select d.id from ${table("department")} d join below on d.parent = below.id where d.deleted_at is null
    ), above(id) as (
      select id from homes
      union
      select d.parent from ${table("department")} d join above on d.id = above.id where d.parent is not null and d.deleted_at is null
    ), reports(id) as (
      select u.id from ${table("user")} u join me on u.manager = me.id where u.deleted_at is null
      union
      select u.id from ${table("user")} u join reports on u.manager = reports.id where u.deleted_at is null
    )
    select me.id, me.name, me.login, me.email, me.language, c.must_change,
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name) order by h.place, h.name, h.id), '[]') from homes h) as departments,
      (select coalesce(jsonb_agg(${roleJson("r")} order by r.name), '[]') from ${table("user_role")} l join ${table("role")} r on r.id = l.role and r.deleted_at is null
        where l."user" = me.id and l.deleted_at is null) as roles,
      (select ${roleJson("n")} from ${table("role")} n where n.id = $2 and n.deleted_at is null) as narrowing,
      array(select id from below) as subtree, array(select id from above) as above, array(select id from reports where id <> me.id) as reports,
      array(select m.team from ${table("team_member")} m join ${table("team")} t on t.id = m.team and t.deleted_at is null and t.active is not false
        where m."user" = me.id and m.deleted_at is null) as teams,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'object', s.object, 'criteria', s.criteria, 'level', s.level,
          'to', jsonb_build_object('object', s.to__object, 'id', s."to"), 'below', s.below) order by s.name), '[]')
        from ${table("sharing_rule")} s where s.deleted_at is null and s.active is not false) as rules
    from me left join ${systemTable(workspace, "credential")} c on c.user_id = me.id`;
};
