import { useDroppable } from "@dnd-kit/core";
import type { CSSProperties } from "react";
import type { MoveTarget } from "../../slots/board.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import type { StageInfo } from "../../data/pipelines.ts";
import { StaleWhileLoading } from "../../kit/StaleWhileLoading.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { targetText } from "./board-speech.ts";
import { ColumnCards, type ColumnCardsProps } from "./ColumnCards.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import * as styles from "./BoardColumn.module.css";

export interface BoardColumnProps extends ColumnCardsProps {
  readonly stage: StageInfo;
  readonly color: string;
  /** Count and sum; null while unknown. */
  readonly totals: readonly WireValue[] | null;
  /** Whether the totals still answer the question before. */
  readonly totalsEarlier: boolean;
  /**
   * What dropping here would meet; undefined while nothing is dragged from elsewhere, and while it is not
   * known.
   */
  readonly target: MoveTarget | undefined;
}

export function BoardColumn({
  object,
  stage,
  color,
  totals,
  totalsEarlier,
  target,
  ...cards
}: BoardColumnProps) {
  const { t, of } = useLanguage();
  const { setNodeRef, isOver } = useDroppable({ id: stage.name });
  const name = of(stage.label, stage.name);
  return (
    <section
      ref={setNodeRef}
      className={styles.boardColumn}
      data-part="board-column"
      aria-label={
        target ? t(recordScreenMessages.columnKnown, { stage: name, state: targetText(t, target) }) : name
      }
      data-over={isOver || undefined}
      data-target={target?.state}
      style={{ "--dot": color } as CSSProperties}
    >
      <StaleWhileLoading busy={totalsEarlier}>
        <ColumnHead name={name} totals={totals} />
      </StaleWhileLoading>
      {target && <TargetNote target={target} />}
      <ColumnCards object={object} {...cards} />
    </section>
  );
}

/** How the column stands for the card that is dragged, and the first thing in its way. */
function TargetNote({ target }: { readonly target: MoveTarget }) {
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
