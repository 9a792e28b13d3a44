import type { Values } from "../../shared/metadata/object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import { staged } from "../../shared/metadata/stage-fields.ts";
import { daysBetween } from "../../shared/time/dates.ts";
import { useLanguage } from "../kit/language.tsx";
import { shortDay, todayText } from "../kit/time-text.ts";
import { recordScreenMessages } from "./record.messages.ts";
import * as base from "../kit/base.module.css";
import * as styles from "./DueDay.module.css";

export interface DueDayProps {
  readonly day: string;
  readonly record: Values;
  /** Says also how far off it is. */
  readonly inWords?: boolean;
}
/** A day of a record; while the record is open one that has passed is what needs somebody. */
export function DueDay({ day, record, inWords = false }: DueDayProps) {
  const { t } = useLanguage();
  const isOpen = partOf(staged, record).stage_type === "open";
  const days = daysBetween(todayText(), day);
  const words =
    days === 0
      ? t(recordScreenMessages.today)
      : t(days > 0 ? recordScreenMessages.daysAhead : recordScreenMessages.daysLate, {
          count: Math.abs(days),
        });
  return (
    <span
      className={styles.day}
      title={isOpen ? `${day} · ${words}` : day}
      data-late={(isOpen && days < 0) || undefined}
    >
      <span className={base.num}>{shortDay(day)}</span>
      {isOpen && inWords && <small className={styles.note}>{words}</small>}
    </span>
  );
}
