import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { type Guard, type HookInput, command, statement } from "../../../../engine/public.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";
import { ADMINISTRATOR } from "../shared/preset-roles.ts";
import { isLosing } from "./last-administrator.guard.ts";
import { readSecurity } from "./security-settings.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

/**
 * While passwords are off, the one person who still has one stays an active administrator with a login: the
 * way in when the provider is gone.
 */
export const emergencyAdministrator: Guard = {
  word: "guard",
  name: "identity.emergency_administrator",
  label: label("保留应急管理员", "Keeps the break-glass administrator"),
  applies: (object) => object.name === "user" || object.name === "user_role",
  run: async (input) => {
    const losing = input.changes.filter(isLosing);
    if (losing.length === 0) return new Map();
    const person = await lockEmergency(input);
    if (person === null) return new Map();
    const role = losing.some(({ object }) => object === "user_role")
      ? await administratorRole(input)
      : undefined;
    const reason: Reason = {
      code: "emergency_administrator",
      text: identityMessages.emergency_administrator,
    };
    return new Map(
      losing
        .filter((change) => concerns(change, person, role))
        .map((change): [string, readonly Reason[]] => [change.id, [reason]]),
    );
  },
};

function concerns({ object, id, before }: Change, person: string, role: string | undefined): boolean {
  if (object === "user") return id === person;
  const held = partOf(userRole, before);
  return held.user === person && held.role === role;
}

export const lockRights = command(({ system }) => sql`select rights from ${system("versions")} for update`);
export const administrators = statement(
  { id: uuid },
  ({ record }) => sql`select id from ${record("role")} where name = ${ADMINISTRATOR}`,
);

/**
 * Who it is, null while everybody has a password. The lock makes a change of the settings come before or
 * after.
 */
async function lockEmergency({ tx, context: { workspace } }: HookInput): Promise<string | null> {
  await tx.query(lockRights(workspace));
  const { passwords } = await readSecurity(tx, workspace);
  return passwords.everybody ? null : passwords.break_glass;
}

async function administratorRole({ tx, context: { workspace } }: HookInput): Promise<string | undefined> {
  const [row] = await tx.query(administrators(workspace));
  return row?.id;
}
