import type { RoleRights } from "../../../engine/access/rights.ts";
import type { Principal, Workspace } from "../../../engine/context.ts";
import { systemTable, tableOf } from "../../../engine/schema/names.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Language, LabelMap } from "../../../shared/i18n/label.ts";
import { parseRights } from "../shared/parse-rights.ts";
import { intersectRights, mergeRights, type Rights } from "../shared/rights.ts";
import { BoundedCache } from "./bounded-cache.ts";

/** A person who may act, with what screens show of them. */
export interface Person {
  readonly principal: Principal;
  readonly login: string | null;
  readonly email: string | null;
  readonly language: Language | null;
  readonly mustChangePassword: boolean;
  readonly roles: readonly { readonly id: string; readonly name: string; readonly label: LabelMap }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}
export interface LoadOptions {
  /** From `authenticate`; allows the answer of an earlier request under the same version. Absent: read anew. */
  readonly rightsVersion?: number;
  /** A key's role: the principal gets what both the person and this role grant. A role that is gone grants nothing. */
  readonly roleOverride?: string | null;
  readonly kind?: "person" | "program";
  readonly credential?: string;
}
interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly login: string | null;
  readonly email: string | null;
  readonly language: Language | null;
  readonly must_change: boolean | null;
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly roles: readonly RoleRow[];
  readonly narrowing: RoleRow | null;
  readonly subtree: readonly string[];
}
interface RoleRow {
  readonly id: string;
  readonly name: string;
  readonly label: LabelMap | null;
  readonly rights: unknown;
}

const MOST_PERSONS = 5000;
const persons = new WeakMap<Database, BoundedCache<Person>>();

/** The principal of a person, or null when they are gone or deactivated. */
export async function loadPrincipal(db: Database, workspace: Workspace, userId: string, options: LoadOptions = {}): Promise<Principal | null> {
  return (await loadPerson(db, workspace, userId, options))?.principal ?? null;
}

/** As `loadPrincipal`, with what `GET /me` shows. One statement, none under a known rights version. */
export async function loadPerson(db: Database, workspace: Workspace, userId: string, options: LoadOptions = {}): Promise<Person | null> {
  const { rightsVersion, roleOverride = null, kind = "person", credential } = options;
  const key = `${workspace.schema} ${userId} ${roleOverride ?? ""} ${rightsVersion}`;
  const cache = cacheOf(db);
  const known = rightsVersion === undefined ? undefined : cache.get(key);
  const person = known ?? (await readPerson(db, workspace, userId, roleOverride));
  if (!person) return null;
  if (!known && rightsVersion !== undefined) cache.set(key, person);
  return {
    ...person,
    principal: {
      ...person.principal,
      kind,
      ...(roleOverride === null ? {} : { narrowedTo: roleOverride }),
      ...(credential === undefined ? {} : { credential }),
    },
  };
}

function cacheOf(db: Database): BoundedCache<Person> {
  const cache = persons.get(db) ?? new BoundedCache<Person>(MOST_PERSONS);
  persons.set(db, cache);
  return cache;
}

async function readPerson(db: Database, workspace: Workspace, userId: string, roleOverride: string | null): Promise<Person | null> {
  const [row] = await db.query<PersonRow>({ name: "identity.person", text: personStatement(workspace), values: [userId, roleOverride] });
  if (!row) return null;
  const departments = row.department ? [row.department] : [];
  return {
    principal: {
      kind: "person",
      id: row.id,
      name: row.name,
      roles: rolesOf(row, roleOverride),
      departments: departments.map(({ id }) => id),
      subtree: row.subtree,
    },
    login: row.login,
    email: row.email,
    language: row.language,
    mustChangePassword: row.must_change ?? false,
    roles: row.roles.map(({ id, name, label }) => ({ id, name, label: label ?? {} })),
    departments,
  };
}

const NO_RIGHTS: Rights = { objects: {}, fields: {}, abilities: [] };
const rightsOf = (role: RoleRow): Rights => {
  const parsed = parseRights(role.rights);
  return parsed.ok ? parsed.rights : NO_RIGHTS;
};

function rolesOf(row: PersonRow, roleOverride: string | null): readonly RoleRights[] {
  const own = row.roles.map((role) => ({ id: role.id, name: role.name, ...rightsOf(role) }));
  if (roleOverride === null) return own;
  const narrowing = row.narrowing;
  return narrowing ? [{ id: narrowing.id, name: narrowing.name, ...intersectRights(mergeRights(own), rightsOf(narrowing)) }] : [];
}

const personStatement = (workspace: Workspace): string => {
  const role = (alias: string) => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'label', ${alias}.label, 'rights', ${alias}.rights)`;
  return `with recursive me as (
      select id, name, login, email, language, department from ${tableOf(workspace, "user")} where id = $1 and deleted_at is null and active is not false
    ), below(id) as (
      select d.id from ${tableOf(workspace, "department")} d join me on d.id = me.department where d.deleted_at is null
      union
      select d.id from ${tableOf(workspace, "department")} d join below on d.parent = below.id where d.deleted_at is null
    )
    select me.id, me.name, me.login, me.email, me.language, c.must_change,
      (select jsonb_build_object('id', d.id, 'name', d.name) from ${tableOf(workspace, "department")} d where d.id = me.department and d.deleted_at is null) as department,
      (select coalesce(jsonb_agg(${role("r")} order by r.name), '[]') from ${tableOf(workspace, "user_role")} l join ${tableOf(workspace, "role")} r on r.id = l.role and r.deleted_at is null
        where l."user" = me.id and l.deleted_at is null) as roles,
      (select ${role("n")} from ${tableOf(workspace, "role")} n where n.id = $2 and n.deleted_at is null) as narrowing,
      array(select id from below) as subtree
    from me left join ${systemTable(workspace, "credential")} c on c.user_id = me.id`;
};
