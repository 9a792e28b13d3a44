import { type Context, type Principal, statement } from "../../../../engine/public.ts";
import { bigint, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Rights, RoleRights } from "../../../../shared/rights/rights.ts";
import { chosenBy, loadPrincipal } from "../../identity/public.ts";

/** Somebody with the role, as they are and as they would be. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly before: Context;
  readonly after: Context;
  /** Which roles they have: people with the same ones share what follows from roles alone. */
  readonly roles: string;
}
const MOST_HOLDERS = 5000;
/** People read at the same time. */
const LANES = 4;

export const holdersOf = statement(
  { id: uuid, total: bigint },
  ({ record }, role: string) =>
    sql`select u.id, count(*) over () as total from ${record("user")} u
      where u.deleted_at is null and u.active is not false
        and exists (select 1 from ${record("user_role")} l where l."user" = u.id and l.role = ${role} and l.deleted_at is null)
      order by u.id limit ${MOST_HOLDERS}`,
);

/**
 * People with a role, each before and after the change of its rights; the first 5,000 in the order of their
 * ids.
 */
export async function roleHolders(
  context: Context,
  role: string,
  rights: Rights,
): Promise<{ readonly total: number; readonly holders: readonly Holder[] }> {
  const places = await chosenBy(context, rights);
  const rows = await context.db.query(holdersOf(context.workspace, role));
  const sets = new Map<
    string,
    { readonly before: readonly RoleRights[]; readonly after: readonly RoleRights[] }
  >();
  const principals = new Map<string, Principal>();
  const waiting = rows.map(({ id }) => id);
  const lane = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const principal = await loadPrincipal(context.db, context.workspace, id);
      if (principal) principals.set(id, principal);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const holders = rows.flatMap(({ id }) => {
    const principal = principals.get(id);
    return principal ? [asHolder(context, principal, { role, rights, places }, sets)] : [];
  });
  return { total: Number(rows[0]?.total ?? 0), holders };
}

interface Draft {
  readonly role: string;
  readonly rights: Rights;
  /** The departments that the draft chooses. */
  readonly places: readonly string[] | undefined;
}
/** The role as it would be; departments chosen for the person alone stay. */
function drafted(role: RoleRights, rights: Rights, places: readonly string[] | undefined): RoleRights {
  const own = role.departments === undefined ? role.places : undefined;
  const chosen = own ?? places;
  return { id: role.id, name: role.name, ...rights, ...(chosen ? { places: chosen } : {}) };
}

function asHolder(
  context: Context,
  principal: Principal,
  { role, rights, places }: Draft,
  sets: Map<string, { readonly before: readonly RoleRights[]; readonly after: readonly RoleRights[] }>,
): Holder {
  const roles = principal.roles.map(({ id }) => id).join();
  const set = sets.get(roles) ?? {
    before: principal.roles,
    after: principal.roles.map((one) => (one.id === role ? drafted(one, rights, places) : one)),
  };
  sets.set(roles, set);
  const as = (given: readonly RoleRights[]): Context => ({
    ...context,
    principal: { ...principal, roles: given },
  });
  return {
    id: principal.id ?? "",
    name: principal.name,
    before: as(set.before),
    after: as(set.after),
    roles,
  };
}
