import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { type Guard, type HookInput, statement } from "../../../../engine/public.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";
import type { Rights } from "../../../../shared/rights/rights.ts";
import { coversObjects, coversPeople, coversPlaces, isAdministrator } from "./covers.ts";
import { whyNotGrant } from "./may-grant.ts";
import { objectsSharedWith } from "./shared-with.ts";
import { readStandings } from "./standings.ts";
import { json, orNull, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const roleRights = statement(
  { id: uuid, rights: orNull(json<unknown>()) },
  ({ record }, ids: readonly (string | undefined)[]) =>
    sql`select id, rights from ${record("role")} where id = any(${ids}::uuid[])`,
);

/** Nobody gives or takes a role that reaches further than their own rights. */
export const grantRole: Guard = {
  word: "guard",
  name: "identity.grant_role",
  label: label("不能授予超出自身的角色", "Nobody grants more than they have"),
  applies: (object) => object.name === "user_role",
  run: async (input) => {
    const {
      tx,
      context: { principal, workspace },
      changes,
    } = input;
    if (principal.kind === "system") return new Map();
    const ids = changes.map(roleOf);
    const rows = await tx.query(roleRights(workspace, ids));
    const rights = new Map(rows.map((row) => [row.id, parseRights(row.rights)]));
    const rightsOf = (change: Change): Rights | undefined => {
      const role = rights.get(String(roleOf(change)));
      if (!role?.ok) return undefined;
      const { places, below } = partOf(userRole, change.after);
      // Departments of one's choosing are given by who sees all.
      return places && places.length > 0
        ? { ...role.rights, departments: { ids: places.map(({ id }) => id), below: below === true } }
        : role.rights;
    };
    const reasons = new Map(
      changes.map((change): [string, readonly Reason[]] => {
        const granted = rightsOf(change);
        return [change.id, granted ? whyNotGrant(principal, [granted], "role") : []];
      }),
    );
    const open = changes.filter(({ id, deleting }) => !deleting && reasons.get(id)?.length === 0);
    for (const [id, reason] of await whereTheySit(input, open, rightsOf)) reasons.set(id, [reason]);
    return reasons;
  },
};

const roleOf = ({ before, after }: Change) => partOf(userRole, before ?? after).role;

/** The same role shows more to somebody who sits higher, or to whom more people report. */
async function whereTheySit(
  { tx, context }: HookInput,
  changes: readonly Change[],
  rightsOf: (change: Change) => Rights | undefined,
): Promise<readonly [string, Reason][]> {
  const { principal, catalog } = context;
  if (changes.length === 0 || isAdministrator(principal)) return [];
  const standings = await readStandings(
    tx,
    context,
    changes.map(({ after }) => String(partOf(userRole, after).user)),
  );
  const shared = await objectsSharedWith(
    { tx, context },
    changes.map(({ after }) => String(partOf(userRole, after).role)),
  );
  return changes.flatMap((change): [string, Reason][] => {
    const given = partOf(userRole, change.after);
    const person = standings.get(String(given.user));
    const rights = rightsOf(change);
    if (!person || !rights) return [];
    const role = String(given.role);
    const isCovered =
      coversPlaces(catalog, principal, rights, person) &&
      coversPeople(catalog, principal, rights, person.team) &&
      ((principal.roles.some(({ id }) => id === role) && principal.reach?.roles.includes(role) === true) ||
        coversObjects(principal, rights, shared.get(role) ?? []));
    return isCovered
      ? []
      : [
          [
            change.id,
            {
              code: "exceeds_place",
              field: "role",
              params: { name: person.name },
              text: identityMessages.exceeds_place,
            },
          ],
        ];
  });
}
