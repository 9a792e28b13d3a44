import { type ReactNode, useEffect, useState } from "react";
import { dateOf, dayNumber } from "../../../shared/time/dates.ts";
import { useObject } from "../../data/objects.ts";
import { DayInput } from "../../kit/DayInput.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { todayText } from "../../kit/time-text.ts";
import { useDebounced } from "../../kit/use-debounced.ts";
import { dayOf, marksBetween, monthEndAfter, monthEndBefore, placeOf } from "./past-day.ts";
import { timeMessages } from "./time.messages.ts";
import { useFirstDay } from "./use-first-day.ts";
import * as base from "../../kit/base.module.css";
import * as quietButtonStyles from "../../kit/QuietButton.module.css";
import * as styles from "./TimeBar.module.css";

export interface TimeBarProps {
  /** Of what the recorded days are. */
  readonly object: string;
  /** A day, or a moment whose day is shown. */
  readonly value: string;
  /** What the bar says of the day. */
  readonly title?: string;
  readonly note?: ReactNode;
  readonly onChange: (day: string) => void;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
}

/** That the past is shown, which day of it, and a slider over all days on record. */
export function TimeBar({ object, value, title, note, onChange, onLeave, children }: TimeBarProps) {
  const { t } = useLanguage();
  const sight = useObject(object)?.rights["read"];
  const today = todayText();
  const [day, setDay] = useDay(dayOf(value), onChange);
  const oldest = useFirstDay(object) ?? day;
  const first = oldest < day ? oldest : day;
  const step = (to: string) => setDay(to < first ? first : to > today ? today : to);
  return (
    <section
      className={styles.timeBar}
      data-part="time-bar"
      aria-label={title ?? t(timeMessages.shown, { day })}
    >
      <div className={styles.timeBarLine}>
        <strong className={base.line} role="status">
          <Icon name="history" />
          {title ?? t(timeMessages.shown, { day })}
        </strong>
        <span className={styles.timeBarNote}>{note ?? t(timeMessages.readOnly)}</span>
        {sight !== "all" && <span className={styles.timeBarNote}>{t(timeMessages.ownSight)}</span>}
        <span className={base.grow} />
        {children}
        <QuietButton icon="close" className={quietButtonStyles.bordered} onClick={onLeave}>
          {t(timeMessages.now)}
        </QuietButton>
      </div>
      <div className={styles.timeBarLine}>
        <QuietButton
          icon="left"
          aria-label={t(timeMessages.earlier)}
          disabled={day <= first}
          onClick={() => step(monthEndBefore(day))}
        />
        <Slider day={day} first={first} last={today} onDay={setDay} />
        <QuietButton
          icon="right"
          aria-label={t(timeMessages.later)}
          disabled={day >= today}
          onClick={() => step(monthEndAfter(day))}
        />
        <DayInput
          label={t(timeMessages.day)}
          needed
          value={day}
          to={today}
          onChange={(next) => next && setDay(next)}
        />
      </div>
    </section>
  );
}

/** What is shown follows the hand a moment later, so that sliding asks for few days. */
function useDay(value: string, onChange: (day: string) => void): readonly [string, (day: string) => void] {
  const [day, setDay] = useState(value);
  const settled = useDebounced(day, 160);
  useEffect(() => setDay(value), [value]);
  useEffect(() => {
    if (settled !== value && settled === day) onChange(settled);
    // Only the hand moves the address; a new address only moves the slider.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return [day, setDay];
}

interface SliderProps {
  readonly day: string;
  readonly first: string;
  readonly last: string;
  readonly onDay: (day: string) => void;
}
function Slider({ day, first, last, onDay }: SliderProps) {
  const { t } = useLanguage();
  return (
    <div className={styles.timeSlider}>
      <input
        type="range"
        aria-label={t(timeMessages.slider)}
        aria-valuetext={day}
        min={dayNumber(first)}
        max={dayNumber(last)}
        value={dayNumber(day)}
        onChange={(event) => onDay(dateOf(Number(event.target.value)))}
      />
      <div className={styles.timeMarks} aria-hidden>
        {marksBetween(first, last).map((mark) => (
          <span
            key={mark.day}
            data-strength={mark.strength}
            style={{ left: `${placeOf(mark.day, first, last) * 100}%` }}
          >
            {mark.strength !== "month" && (
              <small className={base.num}>
                {mark.strength === "year" ? mark.day.slice(0, 7) : `${mark.day.slice(5, 7)}`}
              </small>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}
