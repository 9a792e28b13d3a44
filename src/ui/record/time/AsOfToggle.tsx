import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { startingDay } from "./past-day.ts";
import { timeMessages } from "./time.messages.ts";
import * as listStyles from "../list/list.module.css";

/** Into the past (the end of last month, then wherever the bar is moved) and back to now. */
export function AsOfToggle({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <QuietButton
      icon="history"
      on={value !== ""}
      aria-pressed={value !== ""}
      aria-label={t(timeMessages.toggle)}
      onClick={() => onChange(value === "" ? startingDay() : "")}
    >
      <span className={listStyles.wideOnly}>{t(timeMessages.toggle)}</span>
    </QuietButton>
  );
}
