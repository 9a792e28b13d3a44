import { useDroppable } from "@dnd-kit/core";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { Avatar } from "../../kit/Avatar.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Skeleton } from "../../kit/States.tsx";
import { both } from "../list/scenes.ts";
import { cellId } from "./board-cell.ts";
import { useBoardScope } from "./board-scope.ts";
import { boardMessages } from "./board.messages.ts";
import { ColumnTop, Ghost, TargetNote, useColumnName } from "./BoardColumn.tsx";
import { ColumnCards } from "./ColumnCards.tsx";
import { Sum } from "./ColumnHead.tsx";
import { inLane } from "./lane-field.ts";
import type { BoardStage } from "./use-board-stages.ts";
import type { Lane } from "./use-lanes.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./Lanes.module.css";

export interface LanesProps {
  readonly columns: readonly BoardStage[];
  /** Null while they are not known. */
  readonly lanes: readonly Lane[] | null;
  readonly folded: readonly string[];
  readonly onFold: (lane: string) => void;
}
/** The board in lanes: the heads of the columns stay above, the head of a lane while its cards pass. */
export function Lanes({ columns, lanes, folded, onFold }: LanesProps) {
  return (
    <>
      <div className={`${styles.row} ${styles.heads}`}>
        {columns.map((column) => (
          <LaneColumnHead key={column.stage.name} column={column} />
        ))}
      </div>
      {lanes ? (
        lanes.map((lane, place) => (
          <LaneRow
            key={lane.key}
            isFirst={place < FIRST}
            lane={lane}
            columns={columns}
            isFolded={folded.includes(lane.key)}
            onFold={() => onFold(lane.key)}
          />
        ))
      ) : (
        <Skeleton rows={6} />
      )}
    </>
  );
}

function LaneColumnHead({ column }: { readonly column: BoardStage }) {
  const { moves } = useBoardScope();
  const { carried } = moves;
  const lane = carried?.over?.lane ?? carried?.from.lane;
  const target = moves.targetOf({ stage: column.stage.name, lane });
  return (
    <div className={styles.columnHead} style={{ "--dot": column.color } as CSSProperties}>
      <ColumnTop column={column} />
      {target && (
        <div className={styles.headNote}>
          <TargetNote target={target} />
        </div>
      )}
    </div>
  );
}

/** Lanes that are in sight when the board is opened. */
const FIRST = 3;
interface LaneRowProps {
  readonly isFirst: boolean;
  readonly lane: Lane;
  readonly columns: readonly BoardStage[];
  readonly isFolded: boolean;
  readonly onFold: () => void;
}
/** A lane; its cards are asked for when it comes near. */
function LaneRow({ lane, columns, isFirst, isFolded, onFold }: LaneRowProps) {
  const place = useRef<HTMLElement>(null);
  const isNear = useIsNear(place, isFirst);
  return (
    <section ref={place} className={styles.lane} data-part="board-lane" aria-label={lane.name}>
      <LaneHead lane={lane} isFolded={isFolded} onFold={onFold} />
      {!isFolded && (
        <div className={`${styles.row} ${styles.cells}`}>
          {columns.map((column) => (
            <LaneCell key={column.stage.name} column={column} lane={lane} isNear={isNear} />
          ))}
        </div>
      )}
    </section>
  );
}

function LaneHead({ lane, isFolded, onFold }: Pick<LaneRowProps, "lane" | "isFolded" | "onFold">) {
  const { t } = useLanguage();
  const { lanes } = useBoardScope();
  const { key, name, count, sum, dot } = lane;
  return (
    <header className={styles.laneHead}>
      <button
        type="button"
        className={styles.laneFold}
        aria-expanded={!isFolded}
        title={t(isFolded ? boardMessages.unfoldLane : boardMessages.foldLane, { lane: name })}
        onClick={onFold}
      >
        <Icon name={isFolded ? "right" : "down"} size={14} />
        {lanes?.name === "owner" && key !== "" && <Avatar name={name} />}
        {dot && <span className={styles.dot} style={{ background: dot }} />}
        <strong className={base.clip}>{name}</strong>
        <span className={`${base.num} ${base.muted}`}>{groupDigits(String(count))}</span>
        {sum && count > 0 && (
          <span className={base.num}>
            <Sum value={{ amount: sum.amount, currency: sum.currency }} />
          </span>
        )}
      </button>
    </header>
  );
}

interface LaneCellProps {
  readonly column: BoardStage;
  readonly lane: Lane;
  readonly isNear: boolean;
}
/** What of a lane stands in one stage. */
function LaneCell({ column, lane, isNear }: LaneCellProps) {
  const { lanes, moves } = useBoardScope();
  const place = { stage: column.stage.name, lane: lane.key };
  const { setNodeRef } = useDroppable({ id: cellId(place), data: place });
  const target = moves.targetOf(place);
  const over = moves.carried?.over;
  const isOver = over?.stage === place.stage && over.lane === place.lane;
  const name = useColumnName(column, target);
  return (
    <section
      ref={setNodeRef}
      className={styles.cell}
      aria-label={`${lane.name} · ${name}`}
      data-cell={cellId(place)}
      data-narrow={column.isNarrow ? "" : undefined}
      data-over={isOver || undefined}
      data-target={target?.state}
    >
      {isOver && target && <Ghost />}
      {isNear && lanes && lane.count > 0 && !column.isNarrow && (
        <ColumnCards filter={both(inLane(lanes, lane.key), column.filter)} isQuiet />
      )}
    </section>
  );
}

/** Whether it has come near to what is in sight, once. */
function useIsNear(place: { readonly current: HTMLElement | null }, isFirst: boolean): boolean {
  const [isNear, setNear] = useState(isFirst);
  useEffect(() => {
    if (isNear || !place.current) return undefined;
    const watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: "400px" },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [isNear, place]);
  return isNear;
}
