import { Input } from "antd";
import type { LabelMap } from "../../shared/i18n/label.ts";
import { useLanguage } from "./language.tsx";
import { labelPairMessages } from "./label-pair.messages.ts";
import * as base from "./base.module.css";
import * as styles from "./LabelPair.module.css";

export interface LabelPairProps {
  readonly value: LabelMap | undefined;
  readonly onChange: (value: LabelMap) => void;
  /** Read aloud before the language. */
  readonly name: string;
  readonly max?: number;
}
/** One text in both languages. */
export function LabelPair({ value = {}, onChange, name, max = 200 }: LabelPairProps) {
  const { t } = useLanguage();
  const field = (language: "zh-CN" | "en", word: string) => (
    <Input
      value={value[language] ?? ""}
      maxLength={max}
      prefix={<span className={base.muted}>{language === "en" ? "EN" : "中"}</span>}
      aria-label={`${name} (${word})`}
      onChange={(event) => onChange({ ...value, [language]: event.target.value })}
    />
  );
  return (
    <div className={styles.labelPair} data-part="label-pair">
      {field("zh-CN", t(labelPairMessages.chinese))}
      {field("en", t(labelPairMessages.english))}
    </div>
  );
}
