import { Select } from "antd";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./ReadingSelect.module.css";

export interface ReadingSelectProps {
  readonly label: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}
/** One thing about how a file is read, with its name beside it. */
export function ReadingSelect({ label, value, isDisabled, options, onChange }: ReadingSelectProps) {
  return (
    <label className={styles.importReadingChoice}>
      <span className={`${base.note} ${styles.importReadingChoiceNote}`}>{label}</span>
      <Select
        size="small"
        aria-label={label}
        popupMatchSelectWidth={false}
        disabled={isDisabled}
        value={value}
        options={[...options]}
        onChange={onChange}
      />
    </label>
  );
}
