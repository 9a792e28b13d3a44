import type { FieldKind, SelectOption } from "../../../../shared/metadata/field.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { SettingsField } from "../../../../shared/wire/fields.contract.ts";
import type { FieldInfo } from "../../../../ui/data/objects.ts";
import { apiNameOf } from "./api-name.ts";
import { commonParts, KIND_PARTS, LAID_KEYS, startOf } from "./field-parts.ts";

export type { SettingsField };
/** Properties of a field as the API has them; what kind each is depends on the kind of the field. */
export interface Properties extends Readonly<Record<string, unknown>> {
  readonly kind?: unknown;
  readonly object?: unknown;
  readonly targets?: unknown;
  readonly options?: unknown;
  readonly hierarchy?: unknown;
  readonly inverse?: unknown;
  readonly width?: unknown;
  readonly create_form?: unknown;
}
/** Properties as they are sent. */
export const asSent = (properties: object): Values => JSON.parse(JSON.stringify(properties));
/** A field as the dialog holds it: its properties as the API has them. */
export interface FieldDraft {
  readonly kind: FieldKind;
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly helpZh: string;
  readonly helpEn: string;
  readonly properties: Properties;
  /** What takes the place of options that go. */
  readonly map: Readonly<Record<string, string | null>>;
}

const keysOf = (kind: FieldKind): readonly string[] =>
  [...KIND_PARTS[kind], ...commonParts(kind)].map((part) => part.key);
const asProperties = (field: FieldInfo): Properties => ({ ...field });

export function draftOf(field: FieldInfo | null): FieldDraft {
  const kind = field?.kind ?? "text";
  const all = field ? asProperties(field) : startOf(kind);
  return {
    kind,
    name: field?.name ?? "",
    zh: field?.label["zh-CN"] ?? "",
    en: field?.label["en"] ?? "",
    helpZh: field?.description?.["zh-CN"] ?? "",
    helpEn: field?.description?.["en"] ?? "",
    properties: Object.fromEntries(
      keysOf(kind).flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])),
    ),
    map: {},
  };
}
export const withKind = (draft: FieldDraft, kind: FieldKind): FieldDraft => {
  const keys = new Set(keysOf(kind));
  const kept = Object.entries(draft.properties).filter(
    ([key]) => keys.has(key) && !(key in startOf(draft.kind)),
  );
  return { ...draft, kind, properties: { ...startOf(kind), ...Object.fromEntries(kept) } };
};
export const optionsIn = (properties: Properties): readonly SelectOption[] =>
  Array.isArray(properties.options) ? (properties.options as readonly SelectOption[]) : [];

/** New options are called after their English words, where those are free. */
function named(options: readonly SelectOption[], kept: readonly SelectOption[]): readonly SelectOption[] {
  const taken = new Set(options.map((option) => option.name));
  return options.map((option) => {
    const words =
      option.label["zh-CN"] && !option.label["en"]
        ? { ...option.label, en: option.label["zh-CN"] }
        : option.label;
    const better = apiNameOf(option.label["en"] ?? "");
    const isOwn =
      kept.some((one) => one.name === option.name) ||
      !/^option_\d+$/.test(option.name) ||
      better === "" ||
      taken.has(better);
    if (!isOwn) taken.add(better);
    return { ...option, label: words, name: isOwn ? option.name : better };
  });
}
export const labelsOf = (zh: string, en: string): Readonly<Record<string, string>> => ({
  ...(zh.trim() ? { "zh-CN": zh } : {}),
  ...(en.trim() ? { en } : {}),
});
/** Of these “no” is an answer, not the same as nothing said. */
const MEANS_NO: ReadonlySet<string> = new Set(["hierarchy", "create_form"]);
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * What is sent: of a new field everything given, of an existing one what differs; null takes a property away.
 */
export function bodyOf(draft: FieldDraft, field: SettingsField | null): Properties {
  const before = field ? draftOf(field) : null;
  const kept = before ? optionsIn(before.properties) : [];
  const all: Properties = {
    ...draft.properties,
    ...(draft.properties.options ? { options: named(optionsIn(draft.properties), kept) } : {}),
  };
  const offered = keysOf(draft.kind).filter((key) => !field || field.custom || LAID_KEYS.has(key));
  const differing = offered.flatMap((key): [string, unknown][] => {
    const value = isEmpty(all[key]) ? null : all[key];
    const was = isEmpty(before?.properties[key]) ? null : before?.properties[key];
    return JSON.stringify(value) === JSON.stringify(was) ||
      (value === false && was === null && !MEANS_NO.has(key))
      ? []
      : [[key, value]];
  });
  const help = labelsOf(draft.helpZh, draft.helpEn);
  const helped =
    before && draft.helpZh === before.helpZh && draft.helpEn === before.helpEn
      ? {}
      : { description: Object.keys(help).length > 0 ? help : null };
  const changed = field ? differing : differing.filter(([, value]) => value !== null);
  return {
    label: labelsOf(draft.zh, draft.en),
    ...(field || Object.keys(help).length > 0 ? helped : {}),
    ...Object.fromEntries(changed),
    ...(Object.keys(draft.map).length > 0 ? { map: draft.map } : {}),
  };
}
