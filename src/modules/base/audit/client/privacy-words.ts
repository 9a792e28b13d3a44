import type { Label } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { erasureRequest } from "../shared/erasure-request.object.ts";
import { privacyMessages } from "./audit.messages.ts";

type Say = (label: Label) => string;

export function basisText(t: Say, row: Values): string {
  const { legal_basis: basis } = partOf(erasureRequest, row);
  return basis ? t(privacyMessages[basis]) : "";
}
export function statusText(t: Say, row: Values): string {
  const { status } = partOf(erasureRequest, row);
  return status ? t(privacyMessages[status]) : "";
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
