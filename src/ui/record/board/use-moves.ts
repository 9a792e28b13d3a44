import { App } from "antd";
import type { DragEndEvent, DragStartEvent } from "@dnd-kit/core";
import { useState } from "react";
import type { StageMoveProps, StageTarget } from "../../client-module.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { PipelineInfo } from "../../data/pipelines.ts";
import { useRefresh } from "../../data/records.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useStageMover } from "../panels.tsx";
import { recordTexts } from "../record.messages.ts";
import { useSaveCell } from "../use-save-cell.ts";

const NO_TARGETS: ReadonlyMap<string, StageTarget> = new Map();
const useNoTargets = () => NO_TARGETS;

/** A card's way from one column to another: what is dragged, where it may go, and the gate it meets when dropped. */
export function useMoves(object: ObjectInfo, pipeline: PipelineInfo | undefined) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const save = useSaveCell(object);
  const mover = useStageMover(object);
  const [dragged, setDragged] = useState<Values | null>(null);
  const [moving, setMoving] = useState<{ record: Values; to: string } | null>(null);
  const targets = (mover?.useTargets ?? useNoTargets)(object, dragged);
  const field = object.stageField ?? "";
  const tellMoved = (to: string) => {
    const stage = pipeline?.stages.find((one) => one.name === to);
    void message.success(t(recordTexts.moved, { stage: of(stage?.label, to) }));
    refresh(object.name);
  };
  const onDragStart = ({ active }: DragStartEvent) => setDragged(readRecord(active.data.current));
  const onDragEnd = ({ over }: DragEndEvent) => {
    const to = over ? String(over.id) : "";
    setDragged(null);
    if (!dragged || !to || dragged[field] === to) return;
    if (mover) setMoving({ record: dragged, to });
    else void save(dragged, field, to).then((refusal) => refusal === null && tellMoved(to));
  };
  const onDone: StageMoveProps["onDone"] = (outcome) => {
    setMoving(null);
    if (outcome === "moved" && moving) tellMoved(moving.to);
    if (outcome === "waiting") void message.info(t(recordTexts.movePending));
  };
  return { dragged, targets, Move: mover?.Move, moving, onDone, handlers: { onDragStart, onDragEnd, onDragCancel: () => setDragged(null) } };
}

const readRecord = (data: Record<string, unknown> | undefined): Values | null => {
  const record = data?.["record"];
  return typeof record === "object" && record !== null ? (record as Values) : null;
};
