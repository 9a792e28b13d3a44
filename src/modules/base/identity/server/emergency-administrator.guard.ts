import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { type Guard, type HookInput, systemTable, tableOf } from "../../../../engine/public.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";
import { ADMINISTRATOR } from "../shared/preset-roles.ts";
import { isLosing } from "./last-administrator.guard.ts";
import { readSecurity } from "./security-settings.ts";

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

/**
 * Who it is, null while everybody has a password. The lock makes a change of the settings come before or
 * after.
 */
async function lockEmergency({ tx, context: { workspace } }: HookInput): Promise<string | null> {
  await tx.query({ text: `select rights from ${systemTable(workspace, "versions")} for update` });
  const { passwords } = await readSecurity(tx, workspace);
  return passwords.everybody ? null : passwords.break_glass;
}

async function administratorRole({ tx, context: { workspace } }: HookInput): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>({
    text: `select id from ${tableOf(workspace, "role")} where name = $1`,
    values: [ADMINISTRATOR],
  });
  return row?.id;
}
