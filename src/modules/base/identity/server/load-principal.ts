import {
  type Principal,
  type SharingRule,
  type Visibility,
  type Workspace,
  isFor,
  ruleCondition,
} from "../../../../engine/public.ts";
import type { RoleRights } from "../../../../shared/rights/rights.ts";
import type { Database } from "../../../../platform/db/database.ts";
import type { LabelMap, Language } from "../../../../shared/i18n/label.ts";
import { readRights } from "../../../../shared/rights/parse-rights.ts";
import { intersectRights, mergeRights } from "../../../../shared/rights/combine-rights.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { loadShares } from "./load-shares.ts";
import { type PersonRow, personStatement } from "./person-statement.ts";

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
  /**
   * From `authenticate`; allows the answer of an earlier request under the same version. Absent: read anew.
   */
  readonly rightsVersion?: number;
  /** As `rightsVersion`, for what others shared with the person. */
  readonly sharesVersion?: number;
  /**
   * A key's role: the principal gets what both the person and this role grant. A role that is gone grants
   * nothing.
   */
  readonly roleOverride?: string | null;
  readonly kind?: "person" | "program" | "link";
  readonly credential?: string;
}
const MOST_PERSONS = 5000;
const persons = new WeakMap<Database, BoundedCache<Person>>();

/** The principal of a person, or null when they are gone or deactivated. */
export async function loadPrincipal(
  db: Database,
  workspace: Workspace,
  userId: string,
  options: LoadOptions = {},
): Promise<Principal | null> {
  return (await loadPerson(db, workspace, userId, options))?.principal ?? null;
}

/**
 * As `loadPrincipal`, with what `GET /me` shows. Two statements; none for what is known under the version
 * given.
 */
export async function loadPerson(
  db: Database,
  workspace: Workspace,
  userId: string,
  options: LoadOptions = {},
): Promise<Person | null> {
  const { rightsVersion, sharesVersion, roleOverride = null, kind = "person", credential } = options;
  const key = `${workspace.schema} ${userId} ${roleOverride ?? ""} ${rightsVersion}`;
  const cache = cacheOf(db);
  const known = rightsVersion === undefined ? undefined : cache.get(key);
  const person = known ?? (await readPerson(db, workspace, userId, roleOverride));
  if (!person) return null;
  if (!known && rightsVersion !== undefined) cache.set(key, person);
  const { reach } = person.principal;
  const shares =
    reach && (await loadShares(db, workspace, person.principal, { rightsVersion, sharesVersion }));
  return {
    ...person,
    principal: {
      ...person.principal,
      ...(reach && shares ? { reach: { ...reach, shares } } : {}),
      // Neither a key nor a link makes more of somebody without roles.
      kind: person.principal.kind === "collaborator" ? "collaborator" : kind,
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

async function readPerson(
  db: Database,
  workspace: Workspace,
  userId: string,
  roleOverride: string | null,
): Promise<Person | null> {
  const [row] = await db.query(personStatement(workspace, userId, roleOverride));
  if (!row) return null;
  const isCollaborator = row.kind === "collaborator";
  const roles = isCollaborator ? [] : rolesOf(row, roleOverride);
  return {
    principal: {
      kind: isCollaborator ? "collaborator" : "person",
      id: row.id,
      name: row.name,
      roles,
      departments: isCollaborator ? [] : row.departments.map(({ id }) => id),
      subtree: isCollaborator ? [] : row.subtree,
      ...(isCollaborator ? {} : { reach: reachOf(row) }),
    },
    login: row.login,
    email: row.email,
    language: row.language,
    mustChangePassword: row.must_change ?? false,
    roles: isCollaborator ? [] : row.roles.map(({ id, name, label }) => ({ id, name, label: label ?? {} })),
    departments: row.departments,
  };
}

function reachOf(row: PersonRow): Visibility {
  const reach: Visibility = {
    reports: row.reports,
    teams: row.teams,
    roles: row.roles.map((role) => role.id),
    above: row.above,
    rules: [],
    shares: new Map(),
  };
  const who = { id: row.id, departments: row.departments.map(({ id }) => id), reach };
  const rules = row.rules.flatMap(({ below, ...rule }): SharingRule[] =>
    isFor(who, rule.to, below === true)
      ? [{ ...rule, condition: ruleCondition(rule.object, rule.criteria) }]
      : [],
  );
  return { ...reach, rules };
}

function rolesOf(row: PersonRow, roleOverride: string | null): readonly RoleRights[] {
  const own = row.roles.map(({ id, name, rights, places }): RoleRights => ({
    id,
    name,
    ...readRights(rights),
    ...(places ? { places } : {}),
  }));
  if (roleOverride === null) return own;
  const narrowing = row.narrowing;
  // Sign-offs, stages and questions are for people of a role by its name: whoever narrows a key by a role
  // that they do not have does not come to have it.
  const name = own.some(({ id }) => id === narrowing?.id) ? narrowing?.name : `key:${narrowing?.name}`;
  return narrowing
    ? [
        {
          id: narrowing.id,
          name: name ?? "",
          ...intersectRights(mergeRights(own), readRights(narrowing.rights)),
        },
      ]
    : [];
}
