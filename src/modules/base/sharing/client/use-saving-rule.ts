import { useState } from "react";
import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { recordTexts } from "../../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../../ui/record/use-save-cell.ts";
import { saveRecord, useKey } from "./share-data.ts";
import { sharingTexts } from "./sharing.messages.ts";

const NAMES = ["name", "object", "criteria", "to", "below", "level"];

function missingOf(values: Values, building: boolean) {
  const { name, criteria, to } = partOf(sharingRule, values);
  if (!name?.trim()) return sharingTexts.needName;
  if (building) return sharingTexts.applyFirst;
  if (!criteria?.trim()) return sharingTexts.needCondition;
  return to ? null : sharingTexts.chooseTo;
}

/** Saves a rule, or says what it lacks. */
export function useSavingRule(rule: Values | null, onDone: () => void) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const key = useKey();
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const save = (values: Values, building: boolean) => {
    // What stands in the open builder is not the rule's condition yet: never the old one in its place.
    const missing = missingOf(values, building);
    if (missing) return setProblem(t(missing));
    setSaving(true);
    const given = Object.fromEntries(NAMES.map((name) => [name, values[name] ?? null]));
    return saveRecord(sharingRule.name, rule, given, key).then(
      () => (refresh(sharingRule.name), onDone()),
      (error: unknown) => (setSaving(false), setProblem(wordsOf(error, t(recordTexts.keptOffline)))),
    );
  };
  return { save, saving, problem, setProblem };
}
