import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { Context, Guard, Principal } from "../../../../engine/public.ts";
import { role } from "../../../../objects/system/role/role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";
import { ADMINISTRATOR, PRESET_ROLES } from "../shared/preset-roles.ts";
import { excess } from "../../../../shared/rights/combine-rights.ts";
import { whyNotGrant } from "./may-grant.ts";
import { unsoundRules } from "./unsound-rules.ts";

/**
 * The rights of a role are well-formed, not wider than those of who writes them, and never less than
 * everything for administrators.
 */
export const roleRights: Guard = {
  word: "guard",
  name: "identity.role_rights",
  label: label("角色权限有效且不越权", "Role permissions are valid and do not exceed one’s own"),
  applies: (object) => object.name === "role",
  run: async ({ changes, context }) =>
    new Map(changes.map((change): [string, readonly Reason[]] => [change.id, reasonsFor(change, context)])),
};

function reasonsFor(change: Change, context: Context): readonly Reason[] {
  const { principal } = context;
  const isAdministrator = partOf(role, change.before ?? change.after).name === ADMINISTRATOR;
  if (change.deleting)
    return isAdministrator
      ? [{ code: "last_administrator", text: identityMessages.last_administrator }]
      : whyNot(change.before, principal);
  if (change.before !== null && !change.changed.has("rights")) return [];
  const parsed = parseRights(partOf(role, change.after).rights);
  if (!parsed.ok) return parsed.reasons;
  const whole = PRESET_ROLES.find(({ name }) => name === ADMINISTRATOR)?.rights;
  if (isAdministrator && whole) {
    const missing = excess(whole, parsed.rights);
    if (missing.abilities.length + missing.objects.length > 0)
      return [{ code: "administrator_rights", field: "rights", text: identityMessages.administrator_rights }];
  }
  const held = parseRights(partOf(role, change.before).rights);
  const unsound = unsoundRules(context, parsed.rights, held.ok ? held.rights : {});
  if (unsound.length > 0) return unsound;
  return [...whyNotGrant(principal, [parsed.rights], "rights"), ...whyNot(change.before, principal)].slice(
    0,
    1,
  );
}

/** A role that is wider than one's own rights is not one's to change either. */
function whyNot(before: Change["before"], principal: Principal): readonly Reason[] {
  const parsed = before ? parseRights(partOf(role, before).rights) : null;
  return parsed?.ok ? whyNotGrant(principal, [parsed.rights], "rights") : [];
}
