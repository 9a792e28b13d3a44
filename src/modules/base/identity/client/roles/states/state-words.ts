import type { Label } from "../../../../../../shared/i18n/label.ts";
import type { StateRule } from "../../../../../../shared/rights/rights.ts";
import type { ObjectInfo } from "../../../../../../ui/data/objects.ts";
import type { useLanguage } from "../../../../../../ui/kit/language.tsx";
import { settingsMessages } from "../../settings.messages.ts";
import { SCOPE_TEXTS } from "../scope-texts.ts";
import { FIELD_TEXTS } from "./field-texts.ts";
import { stateMessages } from "./states.messages.ts";

export const ACTIONS = ["read", "update", "delete"] as const;
export const ACTION_TEXTS: Readonly<Record<(typeof ACTIONS)[number], Label>> = {
  read: settingsMessages.read,
  update: settingsMessages.update,
  delete: settingsMessages.remove,
};

/** What a rule says, each in a few words. */
export function saidBy(
  { fields = {}, ...rule }: StateRule,
  object: ObjectInfo,
  { t, of }: Pick<ReturnType<typeof useLanguage>, "t" | "of">,
): readonly string[] {
  const scopes = ACTIONS.flatMap((action) => {
    const scope = rule[action];
    return scope === undefined
      ? []
      : [t(stateMessages.scopeSaid, { action: t(ACTION_TEXTS[action]), scope: t(SCOPE_TEXTS[scope]) })];
  });
  const said = Object.entries(fields).map(([name, right]) =>
    t(stateMessages.fieldSaid, {
      field: of(object.byName[name]?.label, name),
      right: t(FIELD_TEXTS[right]),
    }),
  );
  return [...scopes, ...said];
}
