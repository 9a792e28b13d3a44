import { Switch } from "antd";
import type { InputProps } from "../kind-ui.ts";
import * as styles from "./BooleanInput.module.css";

export const BooleanInput = ({ value, onChange, id, describedBy, autoFocus, disabled }: InputProps) => (
  <span className={styles.switchLine}>
    <Switch
      id={id}
      size="small"
      checked={value === true}
      onChange={onChange}
      aria-describedby={describedBy}
      autoFocus={autoFocus}
      disabled={disabled}
    />
  </span>
);
