import { groupDigits } from "../../../shared/money/group-digits.ts";
import { useLanguage } from "../../kit/language.tsx";
import { cellElement } from "./board-cell.ts";
import { boardMessages } from "./board.messages.ts";
import type { BoardStage } from "./use-board-stages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./StageTabs.module.css";

/** On a phone: the stages with their numbers, each leads to its column. */
export function StageTabs({ columns }: { readonly columns: readonly BoardStage[] }) {
  const { t } = useLanguage();
  return (
    <nav className={styles.tabs} aria-label={t(boardMessages.stages)}>
      {columns.map(({ stage, name, color, totals }) => (
        <button
          key={stage.name}
          type="button"
          className={styles.tab}
          onClick={() =>
            cellElement(document, { stage: stage.name })?.scrollIntoView({
              inline: "start",
              block: "nearest",
            })
          }
        >
          <span className={styles.dot} style={{ background: color }} />
          {name}
          <span className={`${base.num} ${base.muted}`}>{totals && groupDigits(String(totals.count))}</span>
        </button>
      ))}
    </nav>
  );
}
