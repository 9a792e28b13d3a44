import { Input, Select, Switch } from "antd";
import { useState } from "react";
import { OWNED, STAGED } from "../../../../shared/metadata/field.ts";
import { type ObjectInfo, type ObjectMap, useObjects } from "../../../../ui/data/objects.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../ui/kit/leave-with-tab.ts";
import { NumberField } from "../../../../ui/kit/NumberField.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { formatNumber } from "../../../../shared/metadata/number-format.ts";
import { numberMessages } from "../number.messages.ts";
import { ConditionField } from "./ConditionField.tsx";
import type { Properties } from "./field-draft.ts";
import type { Editor, Part } from "./field-parts.ts";
import { objectTexts } from "./objects.messages.ts";
import { PresetInput } from "./PresetInput.tsx";

export interface PartInputProps {
  readonly part: Part;
  readonly object: ObjectInfo;
  readonly properties: Properties;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}
const textOf = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined || value === null ? "" : String(value);

/** One property of a field, with its fault beside it. */
export function PartInput(props: PartInputProps) {
  const { part, properties, error, onChange } = props;
  const { t } = useLanguage();
  const value = properties[part.key];
  const { editor } = part;
  if (editor.is === "flag")
    return (
      <div>
        <label className="line">
          <Switch size="small" checked={value === true} onChange={(on) => onChange(on)} />
          {t(part.label)}
        </label>
        {error && (
          <div className="note note-error" role="alert">
            {error}
          </div>
        )}
      </div>
    );
  if (editor.is === "hierarchy") return pointsAtItself(props) ? <HierarchyInput {...props} /> : null;
  if (part.key === "format" && editor.is === "line") return <NumberFormatInput {...props} />;
  if (editor.is === "inverse") return <InverseInput {...props} />;
  if (editor.is === "line" || editor.is === "decimal")
    return (
      <TextField
        label={t(part.label)}
        required={part.needed === true}
        error={error}
        hint={part.hint && t(part.hint)}
        code={part.key !== "example"}
        value={textOf(value)}
        onChange={onChange}
      />
    );
  return (
    <Labelled
      label={t(part.label)}
      required={part.needed === true}
      error={error}
      hint={part.hint && t(part.hint)}
    >
      {(ids) => <Control {...props} ids={ids} editor={editor} />}
    </Labelled>
  );
}

type ControlProps = PartInputProps & {
  readonly editor: Editor;
  readonly ids: { readonly id: string; readonly describedBy: string | undefined; readonly invalid: boolean };
};
function Control({ editor, ids, object, properties, part, onChange }: ControlProps) {
  const { t } = useLanguage();
  const objects = useObjects();
  const value = properties[part.key];
  const other = typeof properties["object"] === "string" ? objects.get(properties["object"]) : undefined;
  switch (editor.is) {
    case "number":
      return <NumberField id={ids.id} value={typeof value === "number" ? value : null} onChange={onChange} />;
    case "choice":
      return (
        <Select
          id={ids.id}
          value={textOf(value)}
          options={[
            ...(editor.clear ? [{ value: "", label: t(editor.clear) }] : []),
            ...editor.choices.map((one) => ({ value: one.value, label: t(one.label) })),
          ]}
          onChange={(next: string) => onChange(next)}
        />
      );
    case "object":
    case "objects":
    case "field":
      return (
        <NameControl
          editor={editor}
          ids={ids}
          object={object}
          properties={properties}
          part={part}
          error={undefined}
          onChange={onChange}
        />
      );
    case "names":
      return (
        <Input
          id={ids.id}
          className="mono"
          value={Array.isArray(value) ? value.join(", ") : ""}
          onChange={(event) =>
            onChange(
              event.target.value
                .split(/[,，]\s*/)
                .map((one) => one.trim())
                .filter((one, at, all) => one !== "" || at < all.length - 1),
            )
          }
        />
      );
    case "preset":
      return <PresetInput id={ids.id} properties={properties} value={value} onChange={onChange} />;
    case "condition":
    case "formula": {
      const about = editor.is === "condition" && editor.about === "object" ? other : object;
      return (
        <ConditionField
          key={about?.name ?? ""}
          {...ids}
          object={about}
          value={textOf(value)}
          onChange={onChange}
          builds={editor.is === "condition"}
        />
      );
    }
    default:
      return null;
  }
}

/** Objects and fields by name. */
function NameControl({ editor, ids, object, properties, part, onChange }: ControlProps) {
  const { of } = useLanguage();
  const objects = useObjects();
  const value = properties[part.key];
  const other = typeof properties["object"] === "string" ? objects.get(properties["object"]) : undefined;
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
function fieldChoices(which: "pointing" | "link" | "rolled", other: ObjectInfo, object: ObjectInfo, of: Of) {
  const fits = other.fields.filter((field) => {
    if (which === "rolled") return SUMMED.includes(field.kind);
    if (field.kind === "person") return which === "pointing" && object.name === "user" && !field.system;
    if (field.kind !== "link") return false;
    return (
      which === "link" ||
      field.targets.includes(object.name) ||
      field.targets.includes(OWNED) ||
      field.targets.includes(STAGED)
    );
  });
  return fits.map((field) => ({ value: field.name, label: of(field.label, field.name) }));
}

/** Links to one’s own object form a hierarchy unless it is said that they do not. */
const pointsAtItself = ({ object, properties }: PartInputProps): boolean => {
  const { kind, targets } = properties;
  if (kind === "link") return Array.isArray(targets) && targets.includes(object.name);
  return (
    (kind === "person" && object.name === "user") || (kind === "department" && object.name === "department")
  );
};
function HierarchyInput({ part, properties, error, onChange }: PartInputProps) {
  const { t } = useLanguage();
  // With several targets only what says so is one.
  const usual =
    properties["kind"] !== "link" ||
    (Array.isArray(properties["targets"]) && properties["targets"].length === 1);
  const held = typeof properties["hierarchy"] === "boolean" ? properties["hierarchy"] : usual;
  return (
    <div>
      <label className="line">
        <Switch size="small" checked={held} onChange={(on) => onChange(on === usual ? null : on)} />
        {t(part.label)}
      </label>
      <p className={error ? "note note-error" : "note"}>{error ?? (part.hint && t(part.hint))}</p>
    </div>
  );
}

/** The format with the number that it gives today. */
function NumberFormatInput({ part, properties, error, onChange }: PartInputProps) {
  const { t } = useLanguage();
  const [today] = useState(() => dayText(new Date()));
  const format = textOf(properties[part.key]);
  const isWhole =
    /\{0{1,12}\}/.test(format) && !/[{}]/.test(format.replace(/\{(YYYY|YY|MM|DD|DEPT|0{1,12})\}/g, ""));
  const example = isWhole ? formatNumber(format, 12, today, "BJ") : null;
  return (
    <TextField
      label={t(part.label)}
      required
      code
      error={error}
      hint={
        <>
          {example && <strong className="mono">{t(numberMessages.example, { example })} </strong>}
          {part.hint && t(part.hint)}
        </>
      }
      value={format}
      onChange={onChange}
    />
  );
}
const dayText = (day: Date): string =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

/** The name of the list on the other side, in both languages. */
function InverseInput({ properties, error, onChange }: PartInputProps) {
  const { t } = useLanguage();
  const held = properties["inverse"];
  const label: Readonly<Record<string, string>> =
    typeof held === "object" &&
    held !== null &&
    "label" in held &&
    typeof held.label === "object" &&
    held.label !== null
      ? (held.label as Record<string, string>)
      : {};
  const put = (tag: string, text: string) => {
    const next = Object.fromEntries(
      Object.entries({ ...label, [tag]: text }).filter(([, one]) => one.trim() !== ""),
    );
    onChange(Object.keys(next).length > 0 ? { label: next } : null);
  };
  return (
    <>
      <TextField
        label={t(objectTexts.relatedZh)}
        value={label["zh-CN"] ?? ""}
        onChange={(text) => put("zh-CN", text)}
        error={error}
      />
      <TextField
        label={t(objectTexts.relatedEn)}
        value={label["en"] ?? ""}
        onChange={(text) => put("en", text)}
      />
    </>
  );
}
