import * as styles from "./DayBars.module.css";

export interface DayBar {
  readonly day: string;
  readonly value: number;
  /** What the bar says, for the pointer and for who hears the page. */
  readonly title: string;
  /** Below the bar; only some have one. */
  readonly mark?: string | undefined;
}
export interface DayBarsProps {
  readonly label: string;
  readonly bars: readonly DayBar[];
  readonly chosen: string | null;
  /** A second press on the chosen day chooses none. */
  readonly onChoose: (day: string | null) => void;
}
/** A bar for each day; one is chosen by a click, or by Tab and Enter. */
export function DayBars({ label, bars, chosen, onChoose }: DayBarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div className={styles.dayBars} role="group" aria-label={label} data-part="day-bars">
      {bars.map(({ day, value, title, mark }) => (
        <button
          key={day}
          type="button"
          className={styles.dayBar}
          title={title}
          aria-label={title}
          aria-pressed={day === chosen}
          disabled={value === 0 && day !== chosen}
          onClick={() => onChoose(day === chosen ? null : day)}
        >
          <span className={styles.dayBarRoom}>
            <span style={{ blockSize: value === 0 ? 0 : `max(3px, ${heightOf(value, most)}%)` }} />
          </span>
          <span className={styles.dayBarMark} aria-hidden="true">
            {mark}
          </span>
        </button>
      ))}
    </div>
  );
}

/** By the square root: one very busy day does not flatten all the others. */
const heightOf = (value: number, most: number): number => Math.sqrt(value / most) * 100;
