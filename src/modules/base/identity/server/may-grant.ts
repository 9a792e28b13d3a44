import { type Label } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { Principal } from "../../../../engine/public.ts";
import { ABILITIES } from "../shared/abilities.ts";
import { identityMessages } from "../shared/messages.ts";
import { excess, mergeRights } from "../../../../shared/rights/combine-rights.ts";
import { grantsAbility, type Rights } from "../../../../shared/rights/rights.ts";

const MOST_NAMES = 8;

/**
 * Why the principal may not give (or take) these rights: they lack roles.manage, or the rights go beyond
 * their own.
 */
export function whyNotGrant(
  principal: Principal,
  wanted: readonly Rights[],
  field: string,
): readonly Reason[] {
  if (principal.kind === "system") return [];
  if (!principal.roles.some((role) => grantsAbility(role, "roles.manage")))
    return [abilityNeeded("roles.manage", field)];
  return whyExceeds(principal, wanted, field);
}

/** Why these rights are more than the principal has, or an empty list. */
export function whyExceeds(
  principal: Principal,
  wanted: readonly Rights[],
  field: string,
): readonly Reason[] {
  const { abilities, objects } = excess(mergeRights(wanted, "most"), mergeRights(principal.roles));
  const names = (list: readonly string[]): string =>
    list.slice(0, MOST_NAMES).join(", ") + (list.length > MOST_NAMES ? " …" : "");
  if (abilities.length > 0)
    return [
      {
        code: "exceeds_abilities",
        field,
        params: { names: names(abilities) },
        text: identityMessages.exceeds_abilities,
      },
    ];
  if (objects.length > 0)
    return [
      {
        code: "exceeds_objects",
        field,
        params: { names: names(objects) },
        text: identityMessages.exceeds_objects,
      },
    ];
  return [];
}

function abilityNeeded(name: string, field: string): Reason {
  const ability = ABILITIES.find((one) => one.name === name);
  return {
    code: "ability_needed",
    field,
    text: ability ? inserted(identityMessages.ability_needed, ability.label) : identityMessages.forbidden,
  };
}
const inserted = (text: Label, ability: Label): Label => ({
  "zh-CN": text["zh-CN"].replace("{ability}", ability["zh-CN"]),
  en: text.en.replace("{ability}", ability.en),
});
