import { Suspense } from "react";
import type { InputProps } from "./kind-ui.ts";
import { kindUi } from "./kind-uis.ts";
import * as styles from "./FieldInput.module.css";

/** The input of a field's kind; nothing for kinds that are never typed. */
export function FieldInput(props: InputProps) {
  const { Input } = kindUi(props.field);
  if (!Input) return null;
  return (
    <Suspense fallback={<div className={styles.inputWaiting} data-part="input-waiting" />}>
      <Input {...props} />
    </Suspense>
  );
}
