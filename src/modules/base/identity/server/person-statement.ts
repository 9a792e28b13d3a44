import { type SharingRule, statement } from "../../../../engine/public.ts";
import {
  type RowOf,
  arrayOf,
  boolean,
  json,
  orNull,
  sure,
  text,
  uuid,
  word,
} from "../../../../platform/db/columns.ts";
import { chosenFor } from "./chosen-departments.ts";
import type { LabelMap, Language } from "../../../../shared/i18n/label.ts";
import { type Sql, spelled, sql } from "../../../../platform/db/sql.ts";

const roleJson = (alias: string): Sql =>
  spelled(
    `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'label', ${alias}.label, 'rights', ${alias}.rights)`,
  );
const NARROWING = roleJson("n");

export interface RuleRow extends Omit<SharingRule, "condition"> {
  readonly below: boolean | null;
}
export interface RoleRow {
  readonly id: string;
  readonly name: string;
  readonly label: LabelMap | null;
  readonly rights: unknown;
  /** Departments that were chosen for it, with those below where so chosen; null: one's own count. */
  readonly places?: readonly string[] | null;
}
interface Home {
  readonly id: string;
  readonly name: string;
}
const personColumns = {
  id: uuid,
  name: sure(text),
  login: orNull(text),
  email: orNull(text),
  language: orNull(word<Language>()),
  kind: orNull(text),
  must_change: orNull(boolean),
  /** The main one first. */
  departments: json<readonly Home[]>(),
  roles: json<readonly RoleRow[]>(),
  narrowing: orNull(json<RoleRow>()),
  subtree: arrayOf(uuid),
  above: arrayOf(uuid),
  reports: arrayOf(uuid),
  teams: arrayOf(uuid),
  rules: json<readonly RuleRow[]>(),
};
export type PersonRow = RowOf<typeof personColumns>;

/**
 * A person, and the role that a key is narrowed to. Roles, departments with those below and above, reports,
 * teams and sharing rules in one statement.
 */
export const personStatement = statement(
  personColumns,
  ({ record, system }, person: string, role: string | null) =>
    sql`with recursive me as (
      select id, name, login, email, language, kind, department from ${record("user")} where id = ${person} and deleted_at is null and active is not false
    ), homes(id, name, place) as (
      select d.id, d.name, 0 from me join ${record("department")} d on d.id = me.department where d.deleted_at is null
      union
      select d.id, d.name, 1 from me join ${record("user_department")} l on l."user" = me.id and l.deleted_at is null
        join ${record("department")} d on d.id = l.place and d.deleted_at is null where d.id is distinct from me.department
    ), below(id) as (
      select id from homes
      union
      select d.id from ${record("department")} d join below on d.parent = below.id where d.deleted_at is null
    ), above(id) as (
      select id from homes
      union
      select d.parent from ${record("department")} d join above on d.id = above.id where d.parent is not null and d.deleted_at is null
    ), reports(id) as (
      select u.id from ${record("user")} u join me on u.manager = me.id where u.deleted_at is null
      union
      select u.id from ${record("user")} u join reports on u.manager = reports.id where u.deleted_at is null
    )
    select me.id, me.name, me.login, me.email, me.language, me.kind, c.must_change,
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name) order by h.place, h.name, h.id), '[]') from homes h) as departments,
      (select coalesce(jsonb_agg(${roleJson("r")} || jsonb_build_object('places', ${chosenFor(record("department"))}) order by r.name), '[]') from ${record("user_role")} l join ${record("role")} r on r.id = l.role and r.deleted_at is null
        where l."user" = me.id and l.deleted_at is null) as roles,
      (select ${NARROWING} from ${record("role")} n where n.id = ${role} and n.deleted_at is null) as narrowing,
      array(select id from below) as subtree, array(select id from above) as above, array(select id from reports where id <> me.id) as reports,
      array(select m.team from ${record("team_member")} m join ${record("team")} t on t.id = m.team and t.deleted_at is null and t.active is not false
        where m."user" = me.id and m.deleted_at is null) as teams,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'object', s.object, 'criteria', s.criteria, 'level', s.level,
          'to', jsonb_build_object('object', s.to__object, 'id', s."to"), 'below', s.below) order by s.name), '[]')
        from ${record("sharing_rule")} s where s.deleted_at is null and s.active is not false) as rules
    from me left join ${system("credential")} c on c.user_id = me.id`,
  { name: "identity.person" },
);
