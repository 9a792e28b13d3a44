import { App } from "antd";
import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { Suspense, useMemo, useState } from "react";
import type { StageMover, StageTarget } from "../../client-module.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { useAggregate } from "../../data/aggregates.ts";
import { can, type ObjectInfo } from "../../data/objects.ts";
import { usePipelines } from "../../data/pipelines.ts";
import { useRefresh } from "../../data/records.ts";
import { usePreference } from "../../data/session.ts";
import { idOf, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { stageColor } from "../../kit/colors.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { Empty } from "../../kit/States.tsx";
import { both } from "../list/scenes.ts";
import { useStageMover } from "../panels.tsx";
import { recordTexts } from "../record.messages.ts";
import { useSaveCell } from "../use-save-cell.ts";
import { amountField } from "./amount-field.ts";
import { BoardCard } from "./BoardCard.tsx";
import { BoardColumn } from "./BoardColumn.tsx";
import "./board.css";

export interface RecordBoardProps {
  readonly object: ObjectInfo;
  readonly filter: string;
  readonly search: string;
  readonly asOf: string;
  readonly onOpen: (record: Values) => void;
}
const NO_TARGETS: ReadonlyMap<string, StageTarget> = new Map();
const useNoTargets = () => NO_TARGETS;

/** Stages side by side with their counts and amounts. A drag lights the open stages; a shut one says why and opens the gate. */
export function RecordBoard({ object, filter, search, asOf, onOpen }: RecordBoardProps) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const save = useSaveCell(object);
  const field = object.stageField ?? "";
  const pipelines = usePipelines(object.name);
  const [kept, keep] = usePreference<string>(`board.${object.name}`, "");
  const pipeline = pipelines.find((one) => one.id === kept) ?? pipelines.find((one) => one.default) ?? pipelines[0];
  const mover: StageMover | undefined = useStageMover(object);
  const [dragged, setDragged] = useState<Values | null>(null);
  const [moving, setMoving] = useState<{ record: Values; to: string } | null>(null);
  const targets = (mover?.useTargets ?? useNoTargets)(object, dragged);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor),
  );
  const amount = amountField(object);
  const scoped = both(pipelines.length > 1 && pipeline ? `pipeline == ${JSON.stringify(pipeline.id)}` : "", filter);
  const totals = useAggregate(
    object.name,
    {
      ...(scoped ? { filter: scoped } : {}),
      ...(search ? { search } : {}),
      ...(asOf ? { as_of: asOf } : {}),
      group_by: [{ field }],
      measures: [{ fn: "count" }, ...(amount ? [{ fn: "sum" as const, field: amount }] : [])],
    },
    field !== "",
  );
  const byStage = useMemo(() => new Map((totals.data ?? []).map((group) => [textValue(group.key[field]), group.values])), [totals.data, field]);
  if (!pipeline) return <Empty icon="pipeline" title={t(recordTexts.boardEmpty)} />;

  const open = pipeline.stages.filter((stage) => stage.type === "open");
  const movable = !asOf && can(object, "update");
  const onDragStart = ({ active }: DragStartEvent) => setDragged(readRecord(active.data.current));
  const onDragEnd = ({ over }: DragEndEvent) => {
    const record = dragged;
    const to = over ? String(over.id) : "";
    setDragged(null);
    if (!record || !to || record[field] === to) return;
    if (mover) return setMoving({ record, to });
    void save(record, field, to).then((refusal) => refusal === null && done(to));
  };
  const done = (to: string) => {
    const stage = pipeline.stages.find((one) => one.name === to);
    void message.success(t(recordTexts.moved, { stage: of(stage?.label, to) }));
    refresh(object.name);
  };
  return (
    <DndContext sensors={sensors} onDragStart={onDragStart} onDragEnd={onDragEnd} onDragCancel={() => setDragged(null)}>
      {pipelines.length > 1 && (
        <div className="board-pipelines row-wrap" role="group" aria-label={t(recordTexts.pipeline)}>
          {pipelines.map((one) => (
            <Ghost key={one.id} on={one === pipeline} aria-pressed={one === pipeline} onClick={() => keep(one.id)}>
              {of(one.label, one.name)}
            </Ghost>
          ))}
        </div>
      )}
      <div className="board" data-dragging={dragged ? true : undefined}>
        {pipeline.stages.map((stage) => (
          <BoardColumn
            key={`${pipeline.id}${stage.name}`}
            object={object}
            stage={stage}
            color={stageColor(stage.type, open.indexOf(stage), open.length)}
            filter={both(`${field} == ${JSON.stringify(stage.name)}`, scoped)}
            search={search}
            asOf={asOf}
            totals={totals.data ? (byStage.get(stage.name) ?? [0, null]) : null}
            target={dragged && dragged[field] !== stage.name ? (targets.get(stage.name) ?? { allowed: true }) : null}
            movable={movable}
            onOpen={onOpen}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>{dragged && <BoardCard object={object} record={dragged} lifted />}</DragOverlay>
      {moving && mover && (
        <Suspense>
          <mover.Move
            key={`${idOf(moving.record)}${moving.to}`}
            object={object}
            record={moving.record}
            to={moving.to}
            onDone={(outcome) => {
              setMoving(null);
              if (outcome === "moved") done(moving.to);
              if (outcome === "waiting") void message.info(t(recordTexts.movePending));
            }}
          />
        </Suspense>
      )}
    </DndContext>
  );
}

const readRecord = (data: Record<string, unknown> | undefined): Values | null => {
  const record = data?.["record"];
  return typeof record === "object" && record !== null ? (record as Values) : null;
};
