import { label } from "../../../../shared/i18n/label.ts";
import { ABILITIES } from "../../identity/public.ts";

/** What an ability is called; one that nobody knows any more by its code. */
export const abilityName = (ability: string) =>
  ABILITIES.find((one) => one.name === ability)?.label ?? label(ability, ability);
