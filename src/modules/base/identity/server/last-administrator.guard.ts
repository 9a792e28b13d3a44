import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { type Guard, type HookInput, command, statement } from "../../../../engine/public.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";
import { ADMINISTRATOR } from "../shared/preset-roles.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

/**
 * At least one active person who can sign in stays administrator, whatever a batch does to people and their
 * roles.
 */
export const lastAdministrator: Guard = {
  word: "guard",
  name: "identity.last_administrator",
  label: label("保留至少一位系统管理员", "Keeps at least one administrator"),
  applies: (object) => object.name === "user" || object.name === "user_role",
  run: async (input) => {
    const losing = input.changes.filter(isLosing);
    if (losing.length === 0) return new Map();
    const lost = new Set([...losing.map(({ id }) => id), ...lostElsewhere(input)]);
    const holders = await lockHolders(input);
    if (holders.length === 0 || holders.some(({ link, person }) => !lost.has(link) && !lost.has(person)))
      return new Map();
    const concerned = new Set(holders.flatMap(({ link, person }) => [link, person]));
    return new Map(
      losing
        .filter(({ id }) => concerned.has(id))
        .map(({ id }): [string, readonly Reason[]] => [
          id,
          [{ code: "last_administrator", text: identityMessages.last_administrator }],
        ]),
    );
  },
};

/** Takes somebody's way in or a role away. */
export function isLosing({ object, before, after, deleting }: Change): boolean {
  if (before === null) return false;
  const { active, login } = partOf(user, after);
  return deleting || (object === "user" && (active === false || !login));
}

/** The same request may take the other half away: a role from one, the activity of another. */
function lostElsewhere({ request }: HookInput): readonly string[] {
  return request.operations.flatMap((operation) => {
    if (operation.object !== "user" && operation.object !== "user_role") return [];
    if (operation.op === "delete") return [operation.id];
    if (operation.op !== "update" || operation.object !== "user") return [];
    const { active, login } = partOf(user, operation.values);
    return active === false || ("login" in operation.values && !login) ? [operation.id] : [];
  });
}

/** Those who hold the role now. The lock makes two who remove each other come one after the other. */
async function lockHolders({
  tx,
  context: { workspace },
}: HookInput): Promise<{ link: string; person: string }[]> {
  await tx.query(lockRights(workspace));
  return tx.query(holders(workspace));
}
export const lockRights = command(({ system }) => sql`select rights from ${system("versions")} for update`);
export const holders = statement(
  { link: uuid, person: uuid },
  ({ record, system }) =>
    sql`select l.id as link, u.id as person from ${record("user_role")} l
      join ${record("role")} r on r.id = l.role and r.name = ${ADMINISTRATOR} and r.deleted_at is null
      join ${record("user")} u on u.id = l."user" and u.deleted_at is null and u.active is not false and u.login is not null
      join ${system("credential")} c on c.user_id = u.id
      where l.deleted_at is null`,
);
