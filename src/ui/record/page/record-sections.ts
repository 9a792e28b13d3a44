import type { Label, LabelMap } from "../../../shared/i18n/label.ts";
import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";
import { recordScreenMessages } from "../record.messages.ts";

export interface RecordSection {
  readonly key: string;
  readonly label: Label | LabelMap;
  readonly fields: readonly FieldInfo[];
}
/** Who made a record and when; asked for seldom, so it stands last. */
export const SYSTEM_FIELDS: readonly string[] = ["created_at", "created_by", "updated_at", "updated_by"];

/** Where nobody arranged them: the title, the fields of one’s own, then what every record has. */
const rankOf = (object: ObjectInfo, field: FieldInfo): number =>
  field.name === object.title ? 0 : field.system ? 2 : 1;

/**
 * The fields of a record in their sections, without those that stand elsewhere on its page; sections without
 * any are left out.
 */
export function recordSections(
  object: ObjectInfo,
  elsewhere: ReadonlySet<string>,
  isVisible: (field: FieldInfo) => boolean,
): readonly RecordSection[] {
  const shown = object.fields.filter(
    (field) =>
      isShown(field) &&
      !field.on_request &&
      field.kind !== "children" &&
      !elsewhere.has(field.name) &&
      isVisible(field),
  );
  const placed = new Set([
    ...(object.sections?.flatMap((section) => section.fields) ?? []),
    ...SYSTEM_FIELDS,
  ]);
  const rest = shown
    .filter((field) => !placed.has(field.name) && (!field.system || !object.sections))
    .toSorted((one, other) => rankOf(object, one) - rankOf(object, other));
  return [
    ...(object.sections ?? []).map((section, place) => ({
      key: `section:${place}`,
      label: section.label,
      fields: section.fields.flatMap((name) => shown.find((field) => field.name === name) ?? []),
    })),
    {
      key: "rest",
      label: object.sections ? recordScreenMessages.otherFields : recordScreenMessages.details,
      fields: rest,
    },
    {
      key: "system",
      label: recordScreenMessages.system,
      fields: shown.filter((field) => SYSTEM_FIELDS.includes(field.name)),
    },
  ].filter((section) => section.fields.length > 0);
}
