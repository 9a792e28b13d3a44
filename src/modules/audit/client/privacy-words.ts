import type { Label } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { useObjects } from "../../../ui/data/objects.ts";
import { isMap, textValue } from "../../../ui/data/values.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { LEGAL_BASES } from "../shared/erasure.contract.ts";
import { privacyTexts } from "./audit.messages.ts";

const STATUSES = ["open", "rejected", "executing", "done"] as const;
type Say = (label: Label) => string;

export function basisText(t: Say, row: Values): string {
  const basis = LEGAL_BASES.find((name) => name === row["legal_basis"]);
  return basis ? t(privacyTexts[basis]) : textValue(row["legal_basis"]);
}
export function statusText(t: Say, row: Values): string {
  const status = STATUSES.find((name) => name === row["status"]);
  return status ? t(privacyTexts[status]) : textValue(row["status"]);
}

/** {note: 2, task: 1} as words; empty without any. */
export function useCounts(): (counts: WireValue | undefined) => string {
  const { of } = useLanguage();
  const objects = useObjects();
  return (counts) =>
    Object.entries(isMap(counts) ? counts : {})
      .map(([name, count]) => `${of(objects.get(name)?.label, name)} ${textValue(count)}`)
      .join(" · ");
}
