import { type ReactNode, useState } from "react";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import type { CallNumber } from "../../shared/home.contract.ts";
import { dayMessages } from "./day.messages.ts";
import type { DayItem } from "./day-plan.ts";
import { useNumbers } from "./use-numbers.ts";
import * as styles from "./DayRows.module.css";

export type DrawRow = (item: DayItem, number: CallNumber | undefined) => ReactNode;
export interface DayRowsProps {
  readonly items: readonly DayItem[];
  readonly row: DrawRow;
  /** So many stand there at once, the rest on request: what stands below is not pushed out of sight. */
  readonly most?: number;
}
/** Rows of the day, with the numbers to call for those that are shown. */
export function DayRows({ items, row, most = Number.POSITIVE_INFINITY }: DayRowsProps) {
  const { t } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const rest = isWhole ? 0 : items.length - most;
  // One more row takes no more room than the button.
  const shown = rest > 1 ? items.slice(0, most) : items;
  const numberOf = useNumbers(shown);
  return (
    <>
      <ul className={styles.rows}>{shown.map((item) => row(item, numberOf(item)))}</ul>
      {rest > 1 && (
        <QuietButton className={styles.rest} icon="down" onClick={() => setWhole(true)}>
          {t(dayMessages.rest, { count: rest })}
        </QuietButton>
      )}
    </>
  );
}
