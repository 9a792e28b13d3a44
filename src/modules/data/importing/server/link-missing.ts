import { type LabelMap, label } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import type { LinkStep } from "./mapping-step.ts";

type ObjectOf = (name: string) => { readonly label: LabelMap } | undefined;
const A_RECORD = label("记录", "record");
/** As it is written within an English sentence; a name in capitals stays one. @example "Person" → "person" */
const inSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** Says that a cell names no record: which kind it should have named, and the nearest there is. */
export function linkMissing(
  code: "link_missing" | "link_near" | "link_left_empty",
  { field, targets }: LinkStep,
  cell: string,
  objectOf: ObjectOf,
  near?: string,
): Reason {
  const object = targets.length === 1 ? objectOf(targets[0] ?? "")?.label : undefined;
  const word = object?.["en"] ? { ...object, en: inSentence(object["en"]) } : (object ?? A_RECORD);
  const params = { cell: shown(cell), ...(near === undefined ? {} : { near }) };
  return importReason(code, params, field.name, { object: word });
}
