import type { ObjectInfo, ObjectMap } from "../../../ui/data/objects.ts";
import type { LanguageTools } from "../../../ui/kit/language.tsx";
import { linkTargets } from "../shared/field-columns.ts";
import { parseDate } from "../shared/parse-date.ts";
import { LIFE } from "../shared/told-life.ts";
import { isImportable } from "../shared/suggest-mapping.ts";
import type { ColumnChoice, InspectedColumn } from "./import-data.ts";
import { texts } from "./importing.messages.ts";

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** The fields of an object that a column may fill; money has its currency too. */
export function fieldOptions(object: ObjectInfo, { of, t }: LanguageTools): readonly FieldOption[] {
  const own = object.fields
    .filter(
      (field) =>
        isImportable(field) && ((field.right ?? "edit") === "edit" || field.name === "created_at") && (!field.internal || field.name === "external_id"),
    )
    .flatMap((field): FieldOption[] => {
      const name = of(field.label, field.name);
      const plain = { value: field.name, label: field.required ? `${name} *` : name };
      return field.kind === "money" ? [plain, { value: `${field.name}:currency`, label: t(texts.currency, { field: name }) }] : [plain];
    });
  return [{ value: "id", label: "ID" }, ...own, { value: LIFE, label: t(texts.historyColumn) }];
}
export const valueOfChoice = ({ field, part }: ColumnChoice): string | undefined => (field && part ? `${field}:${part}` : field);

/** A choice of a field, with what links start with. */
export function choiceOfValue(value: string | undefined, object: ObjectInfo, objects: ObjectMap, before: ColumnChoice): ColumnChoice {
  const kept = { ...(before.entered ? { entered: before.entered } : {}), ...(before.dateOrder ? { dateOrder: before.dateOrder } : {}) };
  if (value === undefined) return kept;
  const [field = "", part] = value.split(":");
  if (part === "currency") return { ...kept, field, part };
  const target = targetOf(field, object, objects);
  return target ? { ...kept, field, by: [target.title], missing: "refuse" } : { ...kept, field };
}

export function targetOf(name: string | undefined, object: ObjectInfo, objects: ObjectMap): ObjectInfo | undefined {
  const field = name === undefined ? undefined : object.byName[name];
  const [target] = field ? linkTargets(field, (other) => objects.get(other)) : [];
  return target === undefined ? undefined : objects.get(target);
}

const FINDING = ["text", "email", "phone", "auto_number"];
/** Fields by which a linked record can be found. */
export const findingFields = (target: ObjectInfo, { of }: LanguageTools): readonly FieldOption[] => [
  ...target.fields
    .filter((field) => FINDING.includes(field.kind) && field.right !== "hidden" && field.right !== "mask" && (!field.internal || field.name === "external_id"))
    .map((field) => ({ value: field.name, label: of(field.label, field.name) })),
  { value: "id", label: "ID" },
];

export const looksDated = ({ samples }: InspectedColumn): boolean =>
  samples.length > 0 && samples.every((sample) => parseDate(sample.split(/[ T]/)[0] ?? "") !== null);
