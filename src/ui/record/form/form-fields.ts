import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { kindUi } from "../../field/kind-uis.ts";
import type { LabelMap } from "../../../shared/i18n/label.ts";

export interface FormPart {
  readonly label: LabelMap | null;
  readonly fields: readonly FieldInfo[];
}
/** Of every record; they stand last in a form without sections. */
const LATE: readonly string[] = ["owner", "department", "external_id"];

const isTyped = (object: ObjectInfo, field: FieldInfo, creating: boolean): boolean => {
  if (!isEditable(object, field, creating) || !kindUi(field).Input) return false;
  // A stage moves through its gate, not through a form.
  return creating || (field.kind !== "stage" && field.name !== "pipeline");
};

export function formParts(object: ObjectInfo, creating: boolean): readonly FormPart[] {
  const typed = object.fields.filter((field) => isTyped(object, field, creating));
  const placed = new Set(object.sections?.flatMap((section) => section.fields) ?? []);
  const parts: FormPart[] = (object.sections ?? []).map((section) => ({
    label: section.label,
    fields: section.fields.flatMap((name) => typed.find((field) => field.name === name) ?? []),
  }));
  const own = typed.filter(
    (field) => !placed.has(field.name) && (placed.size === 0 ? !LATE.includes(field.name) : !field.system),
  );
  const late =
    placed.size === 0
      ? typed.filter((field) => LATE.includes(field.name) && field.name !== "external_id")
      : [];
  return [...parts, { label: null, fields: [...own, ...late] }].filter((part) => part.fields.length > 0);
}

/** Literal defaults are shown before they are saved. */
export const defaultsOf = (parts: readonly FormPart[]): Values =>
  Object.fromEntries(
    parts
      .flatMap((part) => part.fields)
      .flatMap((field) =>
        typeof field.default === "string" ||
        typeof field.default === "number" ||
        typeof field.default === "boolean"
          ? [[field.name, field.default]]
          : [],
      ),
  );
