import { DndContext, DragOverlay } from "@dnd-kit/core";
import type { MoveTarget } from "../../slots/board.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { can, type ObjectInfo } from "../../data/objects.ts";
import { stageColor } from "../../kit/colors.ts";
import { useLanguage } from "../../kit/language.tsx";
import { Empty } from "../../kit/States.tsx";
import type { SincePart } from "../list/list-state.ts";
import { both } from "../list/scenes.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { BoardCard } from "./BoardCard.tsx";
import { BoardColumn } from "./BoardColumn.tsx";
import { BoardMoves } from "./BoardMoves.tsx";
import { useBoardSpeech } from "./board-speech.ts";
import { PipelineChoice } from "./PipelineChoice.tsx";
import { useBoardSensors } from "./use-board-sensors.ts";
import { useBoardTotals } from "./use-board-totals.ts";
import { useMoves } from "./use-moves.ts";
import { usePipelineChoice } from "./use-pipeline-choice.ts";
import * as styles from "./RecordBoard.module.css";

const OPEN: MoveTarget = { state: "open", reasons: [] };

export interface RecordBoardProps {
  readonly object: ObjectInfo;
  readonly filter: string;
  readonly search: string;
  readonly asOf: string;
  /** Compares the cards with this day. */
  readonly since: string;
  readonly part: SincePart | "";
  readonly onOpen: (record: Values) => void;
}

/**
 * Stages side by side with their counts and amounts. A drag shows which stages are open, which ask for
 * something and which are shut, and why.
 */
export function RecordBoard({ object, filter, search, asOf, since, part, onOpen }: RecordBoardProps) {
  const { t } = useLanguage();
  const { pipelines, pipeline, choose } = usePipelineChoice(object.name);
  const scoped = both(
    pipelines.length > 1 && pipeline ? `pipeline == ${JSON.stringify(pipeline.id)}` : "",
    filter,
  );
  const { totalsOf, isEarlier } = useBoardTotals(object, { filter: scoped, search, asOf });
  const moves = useMoves(object, pipeline);
  const { dragged, press, targets, mover, handlers } = moves;
  const accessibility = useBoardSpeech(object, pipeline, targets);
  const sensors = useBoardSensors();
  if (!pipeline) return <Empty icon="pipeline" title={t(recordScreenMessages.boardEmpty)} />;
  const field = object.stageField ?? "";
  const open = pipeline.stages.filter((stage) => stage.type === "open");
  const shared = {
    object,
    search,
    totalsEarlier: isEarlier,
    asOf,
    since,
    part,
    onOpen,
    onPress: press,
    movable: !asOf && can(object, "update"),
  };
  return (
    <DndContext sensors={sensors} accessibility={accessibility} {...handlers}>
      {pipelines.length > 1 && <PipelineChoice pipelines={pipelines} value={pipeline} onChange={choose} />}
      <div className={styles.board} data-dragging={dragged ? true : undefined}>
        {pipeline.stages.map((stage) => (
          <BoardColumn
            key={`${pipeline.id}${stage.name}`}
            {...shared}
            stage={stage}
            color={stageColor(stage.type, open.indexOf(stage), open.length)}
            filter={both(`${field} == ${JSON.stringify(stage.name)}`, scoped)}
            totals={totalsOf(stage.name)}
            target={
              dragged && dragged[field] !== stage.name ? (mover ? targets.get(stage.name) : OPEN) : undefined
            }
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && <BoardCard object={object} record={dragged} lifted />}
      </DragOverlay>
      <BoardMoves object={object} moves={moves} />
    </DndContext>
  );
}
