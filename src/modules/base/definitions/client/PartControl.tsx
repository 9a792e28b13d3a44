import { Input, Select } from "antd";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../ui/kit/NumberField.tsx";
import { ConditionField } from "./ConditionField.tsx";
import { NameControl } from "./NameControl.tsx";
import { type PartControlProps, textOf } from "./part-props.ts";
import { PresetInput } from "./PresetInput.tsx";
import * as base from "../../../../ui/kit/base.module.css";

interface NamesInputProps {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (names: readonly string[]) => void;
}
/** Names with commas between them; one that is being begun stays. */
function NamesInput({ id, value, onChange }: NamesInputProps) {
  return (
    <Input
      id={id}
      className={base.mono}
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
}

/** The control by which a property is edited. */
export function PartControl({ editor, ids, object, properties, part, onChange }: PartControlProps) {
  const { t } = useLanguage();
  const objects = useObjects();
  const value = properties[part.key];
  const other = typeof properties.object === "string" ? objects.get(properties.object) : undefined;
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
      return <NamesInput id={ids.id} value={value} onChange={onChange} />;
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
