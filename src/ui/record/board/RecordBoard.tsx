import { DndContext, DragOverlay } from "@dnd-kit/core";
import { Suspense } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Empty } from "../../kit/States.tsx";
import type { SincePart } from "../list/list-state.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { BoardCard } from "./BoardCard.tsx";
import { BoardMoves } from "./BoardMoves.tsx";
import { BoardScopeContext } from "./board-scope.ts";
import { useDragHint } from "./board-speech.ts";
import { BoardStages } from "./BoardStages.tsx";
import { CardCommands } from "./CardCommands.tsx";
import { PipelineChoice } from "./PipelineChoice.tsx";
import { useBoard } from "./use-board.ts";
import { underPointer, useBoardSensors } from "./use-board-sensors.ts";
import type { BoardStage } from "./use-board-stages.ts";
import { dragHandlers } from "./use-moves.ts";
import * as base from "../../kit/base.module.css";

const LogDialog = lazily(() => import("./LogDialog.tsx").then((m) => m.LogDialog));

export interface RecordBoardProps {
  readonly object: ObjectInfo;
  readonly filter: string;
  readonly search: string;
  readonly asOf: string;
  /** Compares the cards with this day. */
  readonly since: string;
  readonly part: SincePart | "";
  /** What cards show besides their name. */
  readonly fields: readonly FieldInfo[];
  /** The field whose values are lanes; empty: none. */
  readonly lanes: string;
  /** The saved view, under which columns stay folded; empty: none. */
  readonly view: string;
  readonly onOpen: (record: Values) => void;
  /** Lists what a strip at the end counts, by its condition. */
  readonly onList: (column: BoardStage, filter: string) => void;
}

/**
 * Stages side by side with their counts and amounts. A drag shows which stages are open, which ask for
 * something and which are shut, and why.
 */
export function RecordBoard(props: RecordBoardProps) {
  const { object, fields } = props;
  const { t } = useLanguage();
  const { choice, stages, lanes, kept, scope, said } = useBoard(props);
  const { pipelines, pipeline, choose } = choice;
  const { moves, acts } = scope;
  const accessibility = useDragHint();
  const sensors = useBoardSensors();
  if (!pipeline) return <Empty icon="pipeline" title={t(recordScreenMessages.boardEmpty)} />;
  return (
    <BoardScopeContext value={scope}>
      <DndContext
        sensors={sensors}
        collisionDetection={underPointer}
        accessibility={accessibility}
        {...dragHandlers(moves)}
      >
        {pipelines.length > 1 && <PipelineChoice pipelines={pipelines} value={pipeline} onChange={choose} />}
        <BoardStages {...stages} lanes={lanes} kept={kept} onList={props.onList} />
        <DragOverlay dropAnimation={null}>
          {moves.carried && !moves.carried.byKeys && (
            <BoardCard object={object} record={moves.carried.record} fields={fields} lifted />
          )}
        </DragOverlay>
        <BoardMoves object={object} moves={moves} />
      </DndContext>
      <CardCommands />
      <p role="status" aria-live="assertive" className={base.srOnly} data-part="board-speech">
        {said}
      </p>
      <Suspense>
        {acts.activity && acts.logging && (
          <LogDialog activity={acts.activity} object={object} record={acts.logging} onClose={acts.endLog} />
        )}
      </Suspense>
    </BoardScopeContext>
  );
}
