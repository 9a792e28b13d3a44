import type { DragEndEvent, DragOverEvent, DragStartEvent } from "@dnd-kit/core";
import { useCallback, useState } from "react";
import type { MoveTargets } from "../../slots/board.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import type { PipelineInfo } from "../../data/pipelines.ts";
import { textValue } from "../../data/values.ts";
import { type Cell, cellIn, isSameCell } from "./board-cell.ts";
import { draggedRecord } from "./dragged-record.ts";
import { laneOf } from "./lane-field.ts";
import { usePlace } from "./use-place.ts";
import { useTargetOf } from "./use-target-of.ts";

const NO_TARGETS: MoveTargets = new Map();

/** A card on its way: with the mouse or a finger, or carried by keys. */
export interface Carried {
  readonly record: Values;
  readonly from: Cell;
  readonly over: Cell | null;
  readonly byKeys: boolean;
}
/** Where a card was dropped last; without `to` it went back to its place. */
export interface Landed {
  readonly record: Values;
  readonly to: Cell | null;
  readonly byKeys: boolean;
}

/** Held down, perhaps to be dragged: the facts are here when the columns are to be lit. */
function usePressed() {
  const [pressed, setPressed] = useState<Values | null>(null);
  const [targets, setTargets] = useState(NO_TARGETS);
  const press = useCallback((record: Values | null) => {
    setTargets(NO_TARGETS);
    setPressed(record);
  }, []);
  return { pressed, targets, press, setTargets };
}

/**
 * A card's way from one place to another: what is on its way, where it may go, and what it meets when
 * dropped.
 */
export function useMoves(
  object: ObjectInfo,
  pipeline: PipelineInfo | undefined,
  lanes: FieldInfo | undefined,
  nameOfLane: (lane: string) => string,
) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const [landed, setLanded] = useState<Landed | null>(null);
  const onPlaced = () => setLanded((now) => now && { ...now });
  const onStayed = () => setLanded((now) => now && { ...now, to: null });
  const placing = usePlace(object, pipeline, lanes, { nameOfLane, onPlaced, onStayed });
  const { pressed, targets, press, setTargets } = usePressed();
  const targetOf = useTargetOf({ object, lanes, carried, targets, hasGates: placing.mover !== undefined });
  const placeOf = (record: Values): Cell => ({
    stage: textValue(record[object.stageField ?? ""]),
    ...(lanes ? { lane: laneOf(lanes, record) } : {}),
  });
  const lift = (record: Values, byKeys: boolean) => {
    const from = placeOf(record);
    setCarried({ record, from, over: byKeys ? from : null, byKeys });
    setLanded(null);
    if (record !== pressed) press(record);
  };
  const drop = (to: Cell | null) => {
    if (!carried) return;
    const { record, from, byKeys } = carried;
    const target = to && !isSameCell(from, to) ? to : null;
    setCarried(null);
    press(null);
    setLanded({ record, to: target, byKeys });
    if (target) placing.place(record, target);
  };
  /** As if it were carried there. */
  const send = (record: Values, stage: string) => {
    const to = { ...placeOf(record), stage };
    setLanded({ record, to, byKeys: true });
    placing.place(record, to);
  };
  const carryTo = (over: Cell | null) => setCarried((now) => now && { ...now, over });
  return { ...placing, carried, landed, pressed, press, lift, drop, send, carryTo, setTargets, targetOf };
}
export type Moves = ReturnType<typeof useMoves>;

/** The same by mouse and finger. */
export const dragHandlers = ({ lift, drop, carryTo }: Moves) => ({
  onDragStart: ({ active }: DragStartEvent) => {
    const record = draggedRecord(active.data.current);
    if (record) lift(record, false);
  },
  onDragOver: ({ over }: DragOverEvent) => carryTo(over ? cellIn(over.data.current) : null),
  onDragEnd: ({ over }: DragEndEvent) => drop(over ? cellIn(over.data.current) : null),
  onDragCancel: () => drop(null),
});
