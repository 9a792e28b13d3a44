import { Select } from "antd";
import { OWNED, SHARED, STAGED } from "../../../../shared/metadata/field.ts";
import { type ObjectInfo, type ObjectMap, useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../ui/kit/leave-with-tab.ts";
import { type PartControlProps, textOf } from "./part-props.ts";

/** Objects and fields by name. */
export function NameControl({ editor, ids, object, properties, part, onChange }: PartControlProps) {
  const { of } = useLanguage();
  const objects = useObjects();
  const value = properties[part.key];
  const other = typeof properties.object === "string" ? objects.get(properties.object) : undefined;
  switch (editor.is) {
    case "object":
      return (
        <Select
          id={ids.id}
          showSearch={{ optionFilterProp: "label" }}
          value={textOf(value) || undefined}
          options={objectChoices(objects, of)}
          onChange={(next: string) => onChange(next)}
        />
      );
    case "objects":
      return (
        <Select
          id={ids.id}
          mode="multiple"
          onInputKeyDown={leaveWithTab}
          showSearch={{ optionFilterProp: "label" }}
          value={Array.isArray(value) ? value.map(String) : []}
          options={objectChoices(objects, of)}
          onChange={(next: string[]) => onChange(next)}
        />
      );
    case "field":
      return (
        <Select
          id={ids.id}
          disabled={!other}
          allowClear={!part.needed}
          showSearch={{ optionFilterProp: "label" }}
          value={textOf(value) || undefined}
          options={other ? fieldChoices(editor.which, other, object, of) : []}
          onChange={(next: string | undefined) => onChange(next)}
        />
      );
    default:
      return null;
  }
}

type Of = (label: Readonly<Record<string, string>> | undefined, fallback?: string) => string;
const objectChoices = (objects: ObjectMap, of: Of) =>
  [...objects.values()].map((one) => ({ value: one.name, label: of(one.label, one.name) }));
const SUMMED = ["integer", "decimal", "money", "percent", "date", "datetime", "formula"];
function fieldChoices(
  which: "pointing" | "link" | "rolled" | "order",
  other: ObjectInfo,
  object: ObjectInfo,
  of: Of,
) {
  const fits = other.fields.filter((field) => {
    if (which === "order") return field.kind === "integer" && !field.system && !field.computed;
    if (which === "rolled") return SUMMED.includes(field.kind);
    if (field.kind === "person") return which === "pointing" && object.name === "user" && !field.system;
    if (field.kind !== "link") return false;
    return (
      which === "link" ||
      field.targets.includes(object.name) ||
      field.targets.includes(OWNED) ||
      field.targets.includes(SHARED) ||
      field.targets.includes(STAGED)
    );
  });
  return fits.map((field) => ({ value: field.name, label: of(field.label, field.name) }));
}
