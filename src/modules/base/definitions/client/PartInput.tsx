import { Segmented, Switch } from "antd";
import { useState } from "react";
import type { FieldKind } from "../../../../shared/metadata/field.ts";
import { KIND_UIS } from "../../../../ui/field/kind-uis.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { formatNumber } from "../../../../shared/metadata/number-format.ts";
import { AmountsInput } from "./AmountsInput.tsx";
import { numberMessages } from "./number.messages.ts";
import { objectMessages } from "./objects.messages.ts";
import { PartControl } from "./PartControl.tsx";
import { type PartInputProps, textOf } from "./part-props.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** One property of a field, with its fault beside it. */
export function PartInput(props: PartInputProps) {
  const { part, properties, error, onChange } = props;
  const { t } = useLanguage();
  const value = properties[part.key];
  const { editor } = part;
  if (editor.is === "flag")
    return (
      <div>
        <label className={base.line}>
          <Switch size="small" checked={value === true} onChange={(on) => onChange(on)} />
          {t(part.label)}
        </label>
        {error && (
          <div className={`${base.note} ${base.noteError}`} role="alert">
            {error}
          </div>
        )}
      </div>
    );
  if (editor.is === "hierarchy") return pointsAtItself(props) ? <HierarchyInput {...props} /> : null;
  if (editor.is === "width") return <WidthInput {...props} />;
  if (part.key === "format" && editor.is === "line") return <NumberFormatInput {...props} />;
  if (editor.is === "amounts") return <AmountsInput {...props} />;
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
      {(ids) => <PartControl {...props} ids={ids} editor={editor} />}
    </Labelled>
  );
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
    properties.kind !== "link" || (Array.isArray(properties.targets) && properties.targets.length === 1);
  const held = typeof properties.hierarchy === "boolean" ? properties.hierarchy : usual;
  return (
    <div>
      <label className={base.line}>
        <Switch size="small" checked={held} onChange={(on) => onChange(on === usual ? null : on)} />
        {t(part.label)}
      </label>
      <p className={error ? `${base.note} ${base.noteError}` : base.note}>
        {error ?? (part.hint && t(part.hint))}
      </p>
    </div>
  );
}

/** Half a line or a whole one; what the kind takes anyhow is not kept. */
function WidthInput({ part, properties, error, onChange }: PartInputProps) {
  const { t } = useLanguage();
  const usual = isWideKind(properties.kind) ? "full" : "half";
  return (
    <Labelled label={t(part.label)} error={error}>
      {({ id }) => (
        <Segmented
          id={id}
          aria-label={t(part.label)}
          value={properties.width === "full" || properties.width === "half" ? properties.width : usual}
          options={[
            { value: "half", label: t(objectMessages.half) },
            { value: "full", label: t(objectMessages.full) },
          ]}
          onChange={(next) => onChange(next === usual ? null : next)}
        />
      )}
    </Labelled>
  );
}
const isWideKind = (kind: unknown): boolean =>
  typeof kind === "string" && kind in KIND_UIS && KIND_UIS[kind as FieldKind].wide === true;

/** The format with the number that it gives today. */
function NumberFormatInput({ part, properties, error, onChange }: PartInputProps) {
  const { t } = useLanguage();
  const [today] = useState(todayText);
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
          {example && <strong className={base.mono}>{t(numberMessages.example, { example })} </strong>}
          {part.hint && t(part.hint)}
        </>
      }
      value={format}
      onChange={onChange}
    />
  );
}

/** The name of the list on the other side, in both languages. */
function InverseInput({ properties, error, onChange }: PartInputProps) {
  const { t } = useLanguage();
  const held = properties.inverse;
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
        label={t(objectMessages.relatedZh)}
        value={label["zh-CN"] ?? ""}
        onChange={(text) => put("zh-CN", text)}
        error={error}
      />
      <TextField
        label={t(objectMessages.relatedEn)}
        value={label["en"] ?? ""}
        onChange={(text) => put("en", text)}
      />
    </>
  );
}
