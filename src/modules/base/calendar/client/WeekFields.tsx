import { Input } from "antd";
import { addDays } from "../../../../shared/time/dates.ts";
import { WEEKDAYS, type Weekday } from "../../../../shared/time/week-hours.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { hoursMessages } from "./calendar.messages.ts";
import type { TypedWeek } from "./hours-text.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HoursForm.module.css";

const A_MONDAY = "2024-01-01";

export interface WeekFieldsProps {
  readonly week: TypedWeek;
  readonly wrong: readonly Weekday[];
  readonly onChange: (week: TypedWeek) => void;
}
/** A line for each day of the week; an empty one is not worked. */
export function WeekFields({ week, wrong, onChange }: WeekFieldsProps) {
  const { t, language } = useLanguage();
  const nameOf = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return (
    <>
      <div className={styles.week}>
        {WEEKDAYS.map((day, place) => {
          const name = nameOf.format(Date.parse(addDays(A_MONDAY, place)));
          return (
            <label key={day} className={styles.weekday}>
              <span>{name}</span>
              <Input
                value={week[day]}
                maxLength={120}
                placeholder={t(hoursMessages.example)}
                {...(wrong.includes(day) ? { status: "error" as const, "aria-invalid": true } : {})}
                onChange={(event) => onChange({ ...week, [day]: event.target.value })}
              />
            </label>
          );
        })}
      </div>
      <div className={base.rowWrap}>
        <span className={`${base.note} ${base.grow}`}>{t(hoursMessages.hint)}</span>
        <QuietButton
          onClick={() => {
            const { mon } = week;
            onChange({ ...week, tue: mon, wed: mon, thu: mon, fri: mon });
          }}
        >
          {t(hoursMessages.asMonday)}
        </QuietButton>
      </div>
    </>
  );
}
