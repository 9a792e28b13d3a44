import type { LabelMap } from "../../shared/i18n/label.ts";
import { type CatalogObject, parentOf, personalOf } from "../../shared/metadata/object.ts";
import type { ProofStep } from "../../shared/wire/explanation.ts";
import type { Context } from "../kernel/context.ts";
import type { Names } from "./explain-facts.ts";
import { proofActionMessages, proofMessages, scopeMessages, sentence } from "./explain.messages.ts";
import { granted } from "./rights-of.ts";
import type { Action, RecordScope, RoleRights } from "../../shared/rights/rights.ts";

/** The same person with this role alone. */
export const withRole = (context: Context, role: RoleRights): Context => ({
  ...context,
  principal: { ...context.principal, roles: [role] },
});

export const roleLabel = (names: Names, role: RoleRights): LabelMap =>
  names.roles.get(role.id) ?? { "zh-CN": role.name, en: role.name };

/** What each role says about `action` on an object, as lines of a proof; with the roles' own scopes. */
export function roleSteps(
  context: Context,
  names: Names,
  object: CatalogObject,
  action: Action,
): readonly (ProofStep & { readonly scope: RecordScope })[] {
  return context.principal.roles.map((role) => {
    // What it gives in a state of its own is told by its rules.
    const scope = granted(context, role, object.name)[action];
    const parts = {
      role: roleLabel(names, role),
      action: proofActionMessages[action],
      scope: scopeMessages[scope],
      object: object.label,
    };
    return {
      why: "role",
      role: role.name,
      scope,
      text: sentence(scope === "none" ? proofMessages.role_none : proofMessages.role, parts),
    };
  });
}

/** Why no role is asked: what is personal, or a ledger seen with its record. */
export function beyondRoles(object: CatalogObject): ProofStep | null {
  if (personalOf(object.sharing))
    return { why: "personal", text: sentence(proofMessages.personal, { object: object.plural }) };
  const parent = parentOf(object.sharing);
  return parent && (object.ledger || parent.implied)
    ? { why: "ledger", text: sentence(proofMessages.ledger) }
    : null;
}
