import { type Principal, type Workspace, statement } from "../../../../engine/public.ts";
import type { Database } from "../../../../platform/db/database.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";
import { arrayOf, json, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { chosenForRole } from "./chosen-departments.ts";
import { sql } from "../../../../platform/db/sql.ts";

/** Nobody's id: what belongs to someone never belongs to it. */
export const NO_PERSON = "00000000-0000-0000-0000-000000000000";

export interface RoleAsPerson {
  readonly principal: Principal;
  readonly role: { readonly id: string; readonly name: string; readonly label: LabelMap };
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}
interface Home {
  readonly id: string;
  readonly name: string;
}
const row = {
  id: uuid,
  name: sure(text),
  label: orNull(json<LabelMap>()),
  rights: orNull(json<unknown>()),
  subtree: arrayOf(uuid),
  department: orNull(json<Home>()),
  places: orNull(json<readonly string[]>()),
};
export const roleIn = statement(
  row,
  ({ record }, role: string, home: string | null) =>
    sql`with recursive below(id) as (
        select d.id from ${record("department")} d where d.id = ${home} and d.deleted_at is null
        union select d.id from ${record("department")} d join below on d.parent = below.id where d.deleted_at is null)
      select r.id, r.name, r.label, r.rights, array(select id from below) as subtree,
        (select jsonb_build_object('id', d.id, 'name', d.name) from ${record("department")} d where d.id = ${home} and d.deleted_at is null) as department,
        ${chosenForRole(record("department"))} as places
      from ${record("role")} r where r.id = ${role} and r.deleted_at is null`,
);

/**
 * Somebody who has only this role and sits in this department; owns nothing. Null when role or department is
 * gone.
 */
export async function loadRolePrincipal(
  db: Database,
  workspace: Workspace,
  roleId: string,
  departmentId: string | null,
): Promise<RoleAsPerson | null> {
  const [row] = await db.query(roleIn(workspace, roleId, departmentId));
  if (!row || (departmentId !== null && !row.department)) return null;
  const rights = parseRights(row.rights);
  const departments = row.department ? [row.department] : [];
  return {
    principal: {
      kind: "person",
      id: NO_PERSON,
      name: row.label?.["zh-CN"] ?? row.name,
      roles: rights.ok
        ? [
            {
              id: row.id,
              name: row.name,
              ...rights.rights,
              ...(row.places ? { places: row.places } : {}),
            },
          ]
        : [],
      departments: departments.map(({ id }) => id),
      subtree: row.subtree,
    },
    role: { id: row.id, name: row.name, label: row.label ?? {} },
    departments,
  };
}
