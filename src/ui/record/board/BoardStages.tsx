import type { CSSProperties } from "react";
import { both } from "../list/scenes.ts";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { inQuarter } from "./board-filters.ts";
import { BoardColumn } from "./BoardColumn.tsx";
import { BoardHint } from "./BoardHint.tsx";
import { useBoardScope } from "./board-scope.ts";
import { Lanes } from "./Lanes.tsx";
import { EndStrip, FoldedColumn } from "./StageStrip.tsx";
import { StageTabs } from "./StageTabs.tsx";
import { turned, type useBoardLayout } from "./use-board-layout.ts";
import type { BoardStage } from "./use-board-stages.ts";
import type { Lane } from "./use-lanes.ts";
import * as styles from "./RecordBoard.module.css";

export interface BoardStagesProps {
  readonly columns: readonly BoardStage[];
  readonly ends: readonly BoardStage[];
  /** Undefined without lanes, null while they are not known. */
  readonly lanes: readonly Lane[] | null | undefined;
  readonly kept: ReturnType<typeof useBoardLayout>;
  readonly onList: (column: BoardStage, filter: string) => void;
}
/** The columns, in lanes where they are wanted, and beside them the strips where it ends. */
export function BoardStages({ columns, ends, lanes, kept: { layout, change }, onList }: BoardStagesProps) {
  const { object, asOf, moves, hand } = useBoardScope();
  const isPhone = useIsNarrow();
  const widths = columns.map(({ isNarrow }) => (isNarrow ? "44px" : "minmax(var(--least), 1fr)")).join(" ");
  return (
    <div
      className={styles.frame}
      data-dragging={moves.carried ? true : undefined}
      onPointerOver={(event) => {
        if (event.target instanceof Element && !event.target.closest('[data-part="board-card"]'))
          hand.take(null);
      }}
    >
      {isPhone && <StageTabs columns={columns} />}
      <div
        className={styles.board}
        data-part="board"
        data-lanes={lanes === undefined ? undefined : true}
        style={{ "--columns": widths, "--count": columns.length } as CSSProperties}
      >
        {lanes === undefined ? (
          columns.map((column) =>
            column.isNarrow ? (
              <FoldedColumn key={column.stage.name} column={column} />
            ) : (
              <BoardColumn key={column.stage.name} column={column} />
            ),
          )
        ) : (
          <Lanes
            columns={columns}
            lanes={lanes}
            folded={layout.foldedLanes}
            onFold={(lane) => change({ foldedLanes: turned(layout.foldedLanes, lane) })}
          />
        )}
      </div>
      {ends.length > 0 && (
        <div className={styles.ends}>
          {ends.map((column) => (
            <EndStrip
              key={column.stage.name}
              column={column}
              onList={() => onList(column, both(column.filter, inQuarter(object, asOf)))}
            />
          ))}
        </div>
      )}
      <BoardHint />
    </div>
  );
}
