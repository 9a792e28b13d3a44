import type { DragEndEvent, DragStartEvent } from "@dnd-kit/core";
import { useCallback, useState } from "react";
import type { FieldMoveProps, MoveTargets } from "../../slots/board.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { PipelineInfo } from "../../data/pipelines.ts";
import { useRefresh } from "../../data/records.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useFieldMover } from "../panels.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { useSaveCell } from "../use-save-cell.ts";
import { draggedRecord } from "./dragged-record.ts";

const NO_TARGETS: MoveTargets = new Map();

/**
 * A card's way from one column to another: what is dragged, where it may go, and the gate it meets when
 * dropped.
 */
export function useMoves(object: ObjectInfo, pipeline: PipelineInfo | undefined) {
  const { t, of } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const save = useSaveCell(object);
  const mover = useFieldMover(object);
  const [dragged, setDragged] = useState<Values | null>(null);
  const [moving, setMoving] = useState<{ record: Values; to: string } | null>(null);
  // Pressed before it is dragged: the facts are here when the columns are to be lit.
  const [pressed, setPressed] = useState<Values | null>(null);
  const [targets, setTargets] = useState(NO_TARGETS);
  const press = useCallback((record: Values) => {
    setTargets(NO_TARGETS);
    setPressed(record);
  }, []);
  const field = object.stageField ?? "";
  const tellMoved = (to: string) => {
    const stage = pipeline?.stages.find((one) => one.name === to);
    tell.done(t(recordScreenMessages.moved, { stage: of(stage?.label, to) }));
    refresh(object.name);
  };
  const onDragStart = ({ active }: DragStartEvent) => {
    const record = draggedRecord(active.data.current);
    setDragged(record);
    if (record && record !== pressed) press(record);
  };
  const onDragEnd = ({ over }: DragEndEvent) => {
    const to = over ? String(over.id) : "";
    setDragged(null);
    setPressed(null);
    if (!dragged || !to || dragged[field] === to) return;
    if (mover) setMoving({ record: dragged, to });
    else void save(dragged, field, to).then((refusal) => refusal === null && tellMoved(to));
  };
  const onDone: FieldMoveProps["onDone"] = (outcome) => {
    setMoving(null);
    // Whoever makes the move says what came of it.
    if (outcome === "moved") refresh(object.name);
  };
  const onDragCancel = () => {
    setDragged(null);
    setPressed(null);
  };
  return {
    dragged,
    pressed,
    press,
    targets,
    setTargets,
    mover,
    moving,
    onDone,
    handlers: { onDragStart, onDragEnd, onDragCancel },
  };
}
