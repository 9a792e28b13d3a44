import { useDroppable } from "@dnd-kit/core";
import type { CSSProperties } from "react";
import type { MoveTarget } from "../../slots/board.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { StaleWhileLoading } from "../../kit/StaleWhileLoading.tsx";
import { textValue } from "../../data/values.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { cellId } from "./board-cell.ts";
import { useBoardScope } from "./board-scope.ts";
import { targetText } from "./board-speech.ts";
import { boardMessages } from "./board.messages.ts";
import { ColumnCards } from "./ColumnCards.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import type { BoardStage } from "./use-board-stages.ts";
import * as styles from "./BoardColumn.module.css";

export interface BoardColumnProps {
  readonly column: BoardStage;
}
/** A stage with its cards. */
export function BoardColumn({ column }: BoardColumnProps) {
  const { stage } = column;
  const { moves } = useBoardScope();
  const place = { stage: stage.name };
  const { setNodeRef } = useDroppable({ id: cellId(place), data: place });
  const target = moves.targetOf(place);
  const name = useColumnName(column, target);
  const isOver = moves.carried?.over?.stage === stage.name;
  return (
    <section
      ref={setNodeRef}
      className={styles.boardColumn}
      data-part="board-column"
      data-cell={cellId(place)}
      aria-label={name}
      data-over={isOver || undefined}
      data-target={target?.state}
      style={{ "--dot": column.color } as CSSProperties}
    >
      <ColumnTop column={column} />
      {target && <TargetNote target={target} />}
      {isOver && target && <Ghost />}
      <ColumnCards filter={column.filter} />
    </section>
  );
}

/** Its name, and while something is carried how it stands for that. */
export function useColumnName({ name }: BoardStage, target: MoveTarget | undefined): string {
  const { t } = useLanguage();
  return target ? t(recordScreenMessages.columnKnown, { stage: name, state: targetText(t, target) }) : name;
}

/** The head of a column, and what makes it narrow. */
export function ColumnTop({ column }: BoardColumnProps) {
  const { t } = useLanguage();
  const { name, totals, whole, onFold } = column;
  return (
    <StaleWhileLoading busy={column.isEarlier}>
      <ColumnHead name={name} totals={totals} whole={whole}>
        {onFold && (
          <QuietButton
            icon="left"
            className={styles.fold}
            aria-label={t(boardMessages.fold, { stage: name })}
            onClick={onFold}
          />
        )}
      </ColumnHead>
    </StaleWhileLoading>
  );
}

/** How the column stands for the card that is on its way, and the first thing in its way. */
export function TargetNote({ target }: { readonly target: MoveTarget }) {
  const { t } = useLanguage();
  const [reason] = target.reasons;
  return (
    <p className={styles.boardReason} data-part="board-reason" data-state={target.state}>
      <Icon name={target.state === "open" ? "check" : target.state === "asks" ? "form" : "lock"} size={13} />
      <span>
        {targetText(t, target)}
        {reason && <small>{reason}</small>}
      </span>
    </p>
  );
}

/** Where a card that is carried by keys would come to stand. */
export function Ghost() {
  const { object, moves } = useBoardScope();
  if (!moves.carried?.byKeys) return null;
  return (
    <p className={styles.ghost} aria-hidden>
      {textValue(moves.carried.record[object.title])}
    </p>
  );
}
