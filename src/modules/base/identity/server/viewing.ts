import type { Principal, Workspace } from "../../../../engine/public.ts";
import type { Database } from "../../../../platform/db/database.ts";
import { excess, mergeRights } from "../../../../shared/rights/combine-rights.ts";
import { grantsAbility } from "../../../../shared/rights/rights.ts";
import { loadPrincipal } from "./load-principal.ts";
import { loadRolePrincipal, NO_PERSON } from "./role-principal.ts";

/** As kept with the session. */
export interface ViewAs {
  readonly user?: string;
  readonly role?: string;
  readonly department?: string;
  /** ISO UTC. */
  readonly since: string;
}

/**
 * Whether `actor` may look at everything as `target`: with the ability, and nobody sees more that way than by
 * himself. Whoever may do everything may look as anybody. Everyone else only as people of their departments
 * whose roles grant nothing that their own do not.
 */
export function mayViewAs(actor: Principal, target: Principal): boolean {
  if (
    actor.kind !== "person" ||
    actor.viewedBy ||
    !actor.roles.some((role) => grantsAbility(role, "permissions.view_as"))
  )
    return false;
  if (actor.roles.some((role) => role.abilities.includes("*"))) return true;
  const { abilities, objects } = excess(mergeRights(target.roles, "most"), mergeRights(actor.roles));
  const within =
    target.departments.length > 0 &&
    target.departments.every((department) => actor.subtree.includes(department));
  return within && abilities.length === 0 && objects.length === 0;
}

/** The one looked as; null when they are gone. */
export async function loadViewed(
  db: Database,
  workspace: Workspace,
  { user, role, department }: ViewAs,
): Promise<Principal | null> {
  if (user !== undefined) return loadPrincipal(db, workspace, user);
  return (await loadRolePrincipal(db, workspace, role ?? "", department ?? null))?.principal ?? null;
}

/**
 * Who a session acts as while it looks as someone else: that one, marked with who really looks. When that one
 * or the right to look is gone it is nobody with no rights, never the actor: nothing may be written by
 * somebody who believes to be only looking.
 */
export async function viewedPrincipal(
  db: Database,
  workspace: Workspace,
  actor: Principal,
  view: ViewAs,
): Promise<Principal> {
  const target = await loadViewed(db, workspace, view);
  const shown =
    target && mayViewAs(actor, target)
      ? target
      : { kind: "person" as const, id: NO_PERSON, name: "", roles: [], departments: [], subtree: [] };
  const viewedBy = { id: actor.id ?? "", name: actor.name, since: view.since };
  return { ...shown, viewedBy, ...(actor.credential === undefined ? {} : { credential: actor.credential }) };
}
