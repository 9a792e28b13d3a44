import type { ObjectInfo, ObjectMap } from "../../../../ui/data/objects.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import { linkTargets } from "../shared/field-columns.ts";
import { lineField, lineIdTitle, lineLists, lineTitle, splitLineField } from "../shared/line-columns.ts";
import { parseDate } from "../shared/parse-date.ts";
import { LIFE } from "../shared/imported-life.ts";
import { isImportable } from "../shared/importable-field.ts";
import type { InspectedColumn } from "../shared/inspection.contract.ts";
import type { ColumnChoice } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** The fields of an object that a column may fill; money has its currency too. */
export function fieldOptions(
  object: ObjectInfo,
  { of, t, language }: LanguageTools,
  objects?: ObjectMap,
): readonly FieldOption[] {
  const own = object.fields
    .filter(
      (field) =>
        isImportable(field) &&
        ((field.right ?? "edit") === "edit" || field.name === "created_at") &&
        (!field.internal || field.name === "external_id"),
    )
    .flatMap((field): FieldOption[] => {
      const name = of(field.label, field.name);
      const plain = { value: field.name, label: field.required ? `${name} *` : name };
      return field.kind === "money"
        ? [
            plain,
            { value: `${field.name}:currency`, label: t(importScreenMessages.currency, { field: name }) },
          ]
        : [plain];
    });
  return [
    { value: "id", label: "ID" },
    ...own,
    { value: LIFE, label: t(importScreenMessages.historyColumn) },
    ...(objects ? lineOptions(object, objects, language) : []),
  ];
}
/** The fields of lines that stand below their document. */
const lineOptions = (
  object: ObjectInfo,
  objects: ObjectMap,
  language: "zh-CN" | "en",
): readonly FieldOption[] =>
  lineLists(object, (name) => objects.get(name)).flatMap((list) => [
    { value: lineField(list.field.name, "id"), label: lineIdTitle(list, language) },
    ...list.columns
      .filter(
        ({ shows, field }) => shows !== "id" && mayEdit(objects.get(list.object.name)?.byName[field.name]),
      )
      .map((column) => ({
        value: `${lineField(list.field.name, column.field.name)}${column.shows === "currency" ? ":currency" : ""}`,
        label: lineTitle(list, column, language),
      })),
  ]);
const mayEdit = (field: ObjectInfo["fields"][number] | undefined): boolean =>
  field !== undefined && (field.right ?? "edit") === "edit";

/** A field as a mapping names it, that of a line among them. */
export function fieldNamed(
  name: string | undefined,
  object: ObjectInfo,
  objects: ObjectMap,
): ObjectInfo["fields"][number] | undefined {
  if (name === undefined) return undefined;
  const [list, inLine] = splitLineField(name);
  const field = object.byName[list];
  return inLine === undefined
    ? field
    : field?.kind === "children"
      ? objects.get(field.object)?.byName[inLine]
      : undefined;
}
/** Its name for people. */
export function fieldTitle(
  name: string,
  object: ObjectInfo,
  objects: ObjectMap,
  of: LanguageTools["of"],
): string {
  const field = fieldNamed(name, object, objects);
  const [list, inLine] = splitLineField(name);
  const own = of(field?.label, name);
  return inLine === undefined ? own : `${of(object.byName[list]?.label, list)} · ${own}`;
}

export const valueOfChoice = ({ field, part }: ColumnChoice): string | undefined =>
  field && part ? `${field}:${part}` : field;

/** A choice of a field, with what links start with. */
export function choiceOfValue(
  value: string | undefined,
  object: ObjectInfo,
  objects: ObjectMap,
  before: ColumnChoice,
): ColumnChoice {
  const kept = {
    ...(before.entered ? { entered: before.entered } : {}),
    ...(before.dateOrder ? { dateOrder: before.dateOrder } : {}),
  };
  if (value === undefined) return kept;
  const [field = "", part] = value.split(":");
  if (part === "currency") return { ...kept, field, part };
  const target = targetOf(field, object, objects);
  return target ? { ...kept, field, by: [target.title], missing: "refuse" } : { ...kept, field };
}

export function targetOf(
  name: string | undefined,
  object: ObjectInfo,
  objects: ObjectMap,
): ObjectInfo | undefined {
  const field = fieldNamed(name, object, objects);
  const [target] = field ? linkTargets(field, (other) => objects.get(other)) : [];
  return target === undefined ? undefined : objects.get(target);
}

const FINDING = ["text", "email", "phone", "auto_number"];
/** Fields by which a linked record can be found. */
export const findingFields = (target: ObjectInfo, { of }: LanguageTools): readonly FieldOption[] => [
  ...target.fields
    .filter(
      (field) =>
        FINDING.includes(field.kind) &&
        field.right !== "hidden" &&
        field.right !== "mask" &&
        (!field.internal || field.name === "external_id"),
    )
    .map((field) => ({ value: field.name, label: of(field.label, field.name) })),
  { value: "id", label: "ID" },
];

export const looksDated = ({ samples }: InspectedColumn): boolean =>
  samples.length > 0 && samples.every((sample) => parseDate(sample.split(/[ T]/)[0] ?? "") !== null);
