import type { Values } from "../../../../../shared/metadata/object.ts";
import type { Rights } from "../../../../../shared/rights/rights.ts";
import { useObjects } from "../../../../../ui/data/objects.ts";
import { roleCode, roleLabel } from "../../../../../ui/data/role-label.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { settingsMessages } from "../settings.messages.ts";
import { usualScope } from "./role-summary.ts";
import { SCOPE_TEXTS } from "./scope-texts.ts";
import { useRoleMembers } from "./use-role-members.ts";
import * as base from "../../../../../ui/kit/base.module.css";

export interface RoleSummaryProps {
  readonly role: Values;
  readonly rights: Rights;
}
/** A role in one sentence: how many have it, whose records they see and change. */
export function RoleSummary({ role, rights }: RoleSummaryProps) {
  const { t, of } = useLanguage();
  const objects = [...useObjects().values()];
  const members = useRoleMembers();
  if (!members) return <h3>{of(roleLabel(role), roleCode(role))}</h3>;
  const count = members.get(idOf(role)) ?? 0;
  return (
    <div>
      <h3>{of(roleLabel(role), roleCode(role))}</h3>
      <p className={base.muted}>
        {t(settingsMessages.roleSummary, {
          count,
          read: t(SCOPE_TEXTS[usualScope(rights, objects, "read")]),
          update: t(SCOPE_TEXTS[usualScope(rights, objects, "update")]),
        })}
      </p>
    </div>
  );
}
