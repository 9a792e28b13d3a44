import { useState } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../ui/kit/NumberField.tsx";
import { duplicateMessages } from "./duplicates.messages.ts";
import type { DuplicateRule } from "./rules-data.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./LeastLikeness.module.css";

export interface LeastLikenessProps {
  readonly rule: DuplicateRule;
  readonly onChange: (least: number | null) => void;
}
/** From which likeness on a rule holds. Values that are the same or not have no degrees. */
export function LeastLikeness({ rule, onChange }: LeastLikenessProps) {
  const { t } = useLanguage();
  const [value, setValue] = useState(rule.least);
  if (rule.kind === "uscc" || rule.kind === "email") return <span className={base.muted}>—</span>;
  const commit = () => value !== rule.least && onChange(value);
  return (
    <NumberField
      className={styles.duplicateLeast}
      label={t(duplicateMessages.leastOf, { kind: t(duplicateMessages[rule.kind]) })}
      min={50}
      max={100}
      suffix="%"
      placeholder={t(duplicateMessages.anyLikeness)}
      disabled={rule.action === "off"}
      value={value}
      onChange={setValue}
      onDone={commit}
    />
  );
}
