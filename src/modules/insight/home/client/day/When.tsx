import { daysBetween } from "../../../../../shared/time/dates.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { dayMessages } from "./day.messages.ts";
import type { DayItem } from "./day-plan.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./When.module.css";

interface WhenProps {
  readonly item: DayItem;
  readonly today: string;
}
/** Before what is to be done: its hour, and on another day also which. */
export function When({ item: { day, time }, today }: WhenProps) {
  const { language } = useLanguage();
  if (!day || day < today || (day === today && !time)) return null;
  const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  const named = day === today ? "" : weekday.format(new Date(`${day}T00:00:00Z`));
  return (
    <time className={`${styles.when} ${base.num}`} dateTime={day}>
      {[named, time].filter(Boolean).join(" ")}
    </time>
  );
}

/** How many days late it is. */
export function Late({ item: { day }, today }: WhenProps) {
  const { t } = useLanguage();
  if (!day || day >= today) return null;
  return (
    <span className={`${styles.when} ${styles.late}`}>
      <Icon name="warning" size={12} />
      {t(dayMessages.daysLate, { days: daysBetween(day, today) })}
    </span>
  );
}
