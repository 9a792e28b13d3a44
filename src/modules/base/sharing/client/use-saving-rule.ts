import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { saveRecord, useKey } from "./share-data.ts";
import { sharingScreenMessages } from "./sharing.messages.ts";

const NAMES = ["name", "object", "criteria", "to", "below", "level"];

function missingOf(values: Values, building: boolean) {
  const { name, criteria, to } = partOf(sharingRule, values);
  if (!name?.trim()) return sharingScreenMessages.needName;
  if (building) return sharingScreenMessages.applyFirst;
  if (!criteria?.trim()) return sharingScreenMessages.needCondition;
  return to ? null : sharingScreenMessages.chooseTo;
}

/** Saves a rule, or says what it lacks. */
export function useSavingRule(rule: Values | null, onDone: () => void) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const key = useKey();
  const { errors, busy, submit, tell } = useForm([]);
  const save = (values: Values, building: boolean) => {
    // What stands in the open builder is not the rule's condition yet: never the old one in its place.
    const missing = missingOf(values, building);
    if (missing) return tell(t(missing));
    const given = Object.fromEntries(NAMES.map((name) => [name, values[name] ?? null]));
    return submit({}, async () => {
      await saveRecord(sharingRule.name, rule, given, key);
      refresh(sharingRule.name);
      onDone();
    });
  };
  return { save, saving: busy, problem: errors[""], clear: () => tell(null) };
}
