import { Ghost } from "../../kit/Ghost.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { startingDay } from "./past-day.ts";
import { timeTexts } from "./time.messages.ts";

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
    <Ghost
      icon="history"
      on={value !== ""}
      aria-pressed={value !== ""}
      aria-label={t(timeTexts.toggle)}
      onClick={() => onChange(value === "" ? startingDay() : "")}
    >
      <span className="wide-only">{t(timeTexts.toggle)}</span>
    </Ghost>
  );
}
