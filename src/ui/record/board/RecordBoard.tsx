import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { Suspense, useMemo } from "react";
import type { StageTarget } from "../../client-module.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { useAggregate } from "../../data/aggregates.ts";
import { can, type ObjectInfo } from "../../data/objects.ts";
import { type PipelineInfo, usePipelines } from "../../data/pipelines.ts";
import { usePreference } from "../../data/session.ts";
import { idOf, textValue } from "../../data/values.ts";
import { stageColor } from "../../kit/colors.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Empty } from "../../kit/States.tsx";
import type { SincePart } from "../list/list-state.ts";
import { both } from "../list/scenes.ts";
import { recordTexts } from "../record.messages.ts";
import { amountField } from "./amount-field.ts";
import { BoardCard } from "./BoardCard.tsx";
import { BoardColumn } from "./BoardColumn.tsx";
import { useBoardSpeech } from "./board-speech.ts";
import { useMoves } from "./use-moves.ts";
import "./board.css";

const OPEN: StageTarget = { state: "open", reasons: [] };

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
  const pipelines = usePipelines(object.name);
  const [kept, keep] = usePreference<string>(`board.${object.name}`, "");
  const pipeline =
    pipelines.find((one) => one.id === kept) ?? pipelines.find((one) => one.default) ?? pipelines[0];
  const scoped = both(
    pipelines.length > 1 && pipeline ? `pipeline == ${JSON.stringify(pipeline.id)}` : "",
    filter,
  );
  const { totalsOf, isEarlier } = useTotals(object, { filter: scoped, search, asOf });
  const { dragged, pressed, press, targets, setTargets, mover, moving, onDone, handlers } = useMoves(
    object,
    pipeline,
  );
  const accessibility = useBoardSpeech(object, pipeline, targets);
  const sensors = useSensors(
    // Not the pointer's: it would take a finger as well, and lose it to scrolling.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor),
  );
  if (!pipeline) return <Empty icon="pipeline" title={t(recordTexts.boardEmpty)} />;
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
      {pipelines.length > 1 && <PipelineChoice pipelines={pipelines} value={pipeline} onChange={keep} />}
      <div className="board" data-dragging={dragged ? true : undefined}>
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
      <Suspense>
        {pressed && mover && (
          <mover.Targets key={idOf(pressed)} object={object} record={pressed} onTargets={setTargets} />
        )}
      </Suspense>
      <Suspense>
        {moving && mover && (
          <mover.Move
            key={`${idOf(moving.record)}${moving.to}`}
            object={object}
            record={moving.record}
            to={moving.to}
            onDone={onDone}
          />
        )}
      </Suspense>
    </DndContext>
  );
}

/** Count and sum per stage, of everything the board's conditions cover; null while unknown. */
function useTotals(
  object: ObjectInfo,
  { filter, search, asOf }: { filter: string; search: string; asOf: string },
) {
  const field = object.stageField ?? "";
  const amount = amountField(object);
  const measures = [{ fn: "count" as const }, ...(amount ? [{ fn: "sum" as const, field: amount }] : [])];
  const query = {
    ...(filter ? { filter } : {}),
    ...(search ? { search } : {}),
    ...(asOf ? { as_of: asOf } : {}),
    group_by: [{ field }],
    measures,
  };
  const { data, isPlaceholderData: isEarlier } = useAggregate(object.name, query, field !== "");
  const byStage = useMemo(
    () => data && new Map(data.map((group) => [textValue(group.key[field]), group.values])),
    [data, field],
  );
  return { totalsOf: (stage: string) => (byStage ? (byStage.get(stage) ?? [0, null]) : null), isEarlier };
}

function PipelineChoice({
  pipelines,
  value,
  onChange,
}: {
  readonly pipelines: readonly PipelineInfo[];
  readonly value: PipelineInfo;
  readonly onChange: (id: string) => void;
}) {
  const { t, of } = useLanguage();
  return (
    <div className="board-pipelines row-wrap" role="group" aria-label={t(recordTexts.pipeline)}>
      {pipelines.map((one) => (
        <Ghost key={one.id} on={one === value} aria-pressed={one === value} onClick={() => onChange(one.id)}>
          <span className="clip">{of(one.label, one.name)}</span>
        </Ghost>
      ))}
    </div>
  );
}
