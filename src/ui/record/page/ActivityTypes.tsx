import type { SelectOption } from "../../../shared/metadata/field.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import * as styles from "./ActivityTypes.module.css";

export interface ActivityTypesProps {
  readonly label: string;
  readonly types: readonly SelectOption[];
  readonly value: string;
  readonly onChange: (type: string) => void;
}
/** The first kinds of an activity, one of them chosen. */
export function ActivityTypes({ label, types, value, onChange }: ActivityTypesProps) {
  const { of } = useLanguage();
  return (
    <div className={styles.composerTypes} role="group" aria-label={label}>
      {types.slice(0, 6).map((option) => (
        <QuietButton
          key={option.name}
          on={value === option.name}
          aria-pressed={value === option.name}
          onClick={() => onChange(option.name)}
        >
          {of(option.label)}
        </QuietButton>
      ))}
    </div>
  );
}
