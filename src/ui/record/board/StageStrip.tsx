import { useDroppable } from "@dnd-kit/core";
import type { CSSProperties } from "react";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { partsOf } from "../../../shared/time/dates.ts";
import { useLanguage } from "../../kit/language.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { cellId } from "./board-cell.ts";
import { quarterAt } from "./board-filters.ts";
import { useBoardScope } from "./board-scope.ts";
import { boardMessages } from "./board.messages.ts";
import { useColumnName } from "./BoardColumn.tsx";
import { Sum } from "./ColumnHead.tsx";
import type { BoardStage } from "./use-board-stages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./StageStrip.module.css";

interface StripProps {
  readonly column: BoardStage;
}
/** What a strip is to what is carried: a place like a column, only narrow. */
function useStrip(column: BoardStage) {
  const { moves } = useBoardScope();
  const place = { stage: column.stage.name };
  const { setNodeRef } = useDroppable({ id: cellId(place), data: place });
  const target = moves.targetOf(place);
  return {
    ref: setNodeRef,
    "data-part": "board-column",
    "data-cell": cellId(place),
    "data-narrow": "",
    "aria-label": useColumnName(column, target),
    "data-over": moves.carried?.over?.stage === column.stage.name || undefined,
    "data-target": target?.state,
    title: target?.reasons.join("\n"),
    style: { "--dot": column.color } as CSSProperties,
  };
}

/** A column that somebody has folded: it says its name and number, and takes cards. */
export function FoldedColumn({ column }: StripProps) {
  const { t } = useLanguage();
  const { name, totals, onFold } = column;
  return (
    <section {...useStrip(column)} className={styles.strip}>
      <button
        type="button"
        className={styles.open}
        aria-expanded={false}
        title={t(boardMessages.unfold, { stage: name })}
        onClick={onFold}
      >
        <h2 className={styles.upright}>
          <span className={base.clip}>{name}</span>
          <span className={`${base.num} ${base.muted}`}>{totals && groupDigits(String(totals.count))}</span>
        </h2>
        <span className={`${styles.upright} ${base.num} ${base.muted}`}>
          <Sum value={totals?.sum} />
        </span>
      </button>
    </section>
  );
}

/**
 * Where it ends: what this quarter brought, a place to drop, and the way to the list of exactly what is
 * counted.
 */
export function EndStrip({ column, onList }: StripProps & { readonly onList: (column: BoardStage) => void }) {
  const { t } = useLanguage();
  const { asOf } = useBoardScope();
  const { name, ended, onFold } = column;
  const { year, month } = partsOf(quarterAt(asOf).from);
  const period = asOf
    ? t(boardMessages.quarterOf, { year: String(year), quarter: (month + 2) / 3 })
    : t(boardMessages.quarter);
  const count = groupDigits(String(ended?.count ?? 0));
  return (
    <section {...useStrip(column)} className={`${styles.strip} ${styles.end}`}>
      <button
        type="button"
        className={styles.open}
        title={t(boardMessages.openClosed, { stage: name, period, count })}
        onClick={() => onList(column)}
      >
        <h2>
          <span className={base.clip}>{name}</span>
          <span className={`${base.num} ${styles.count}`}>{ended && count}</span>
        </h2>
        <span className={base.num}>
          <Sum value={ended?.sum} />
        </span>
        <small className={base.muted}>{period}</small>
      </button>
      <QuietButton
        icon="expand"
        className={styles.unfold}
        aria-label={t(boardMessages.unfold, { stage: name })}
        onClick={onFold}
      />
    </section>
  );
}
