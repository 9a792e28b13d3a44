import { Select } from "antd";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { swatchOf } from "../../../../ui/kit/colors.ts";
import { COLOR_NAMES } from "../../../../shared/metadata/option-colors.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { objectMessages } from "./objects.messages.ts";
import * as styles from "./OptionRow.module.css";

interface OptionColorProps {
  readonly name: string;
  readonly color: SelectOption["color"];
  readonly onChange: (color: SelectOption["color"]) => void;
}
/** The dot before an option, chosen from eight hues and grey. */
export function OptionColor({ name, color: chosen, onChange }: OptionColorProps) {
  const { t } = useLanguage();
  return (
    <Select
      aria-label={`${t(objectMessages.color)} ${name}`}

      className={styles.color}
      value={chosen}
      suffixIcon={null}
      popupMatchSelectWidth={52}
      options={COLOR_NAMES.map((color) => ({
        value: color,
        label: <span className={styles.dot} style={{ background: swatchOf(color) }} title={color} />,
      }))}
      onChange={(color) => onChange(color)}
    />
  );
}
