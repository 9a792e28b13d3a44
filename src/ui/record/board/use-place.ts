import { useState } from "react";
import type { FieldMoveProps } from "../../slots/board.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import type { PipelineInfo } from "../../data/pipelines.ts";
import { useRefresh } from "../../data/records.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { useFieldMover } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { useSaveCell } from "../use-save-cell.ts";
import type { Cell } from "./board-cell.ts";
import { laneOf } from "./lane-field.ts";
import { useChangeLane } from "./use-change-lane.ts";

/** A card that is dropped. */
export interface Move {
  readonly record: Values;
  readonly to: Cell;
}

export interface PlaceOptions {
  readonly nameOfLane: (lane: string) => string;
  /** It stands there now. */
  readonly onPlaced: () => void;
  /** It stays where it was, as somebody thought better of it or a consent is awaited. */
  readonly onStayed: () => void;
}
/**
 * Puts a record where it was dropped: into its stage, through the gate, and then into its lane.
 */
export function usePlace(
  object: ObjectInfo,
  pipeline: PipelineInfo | undefined,
  lanes: FieldInfo | undefined,
  { nameOfLane, onPlaced, onStayed }: PlaceOptions,
) {
  const { t, of } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const save = useSaveCell(object);
  const mover = useFieldMover(object);
  const changeLane = useChangeLane(object, lanes, nameOfLane);
  const [moving, setMoving] = useState<Move | null>(null);
  const field = object.stageField ?? "";
  const isOtherLane = ({ record, to }: Move): boolean =>
    lanes !== undefined && to.lane !== undefined && to.lane !== laneOf(lanes, record);
  const tellMoved = (to: string) => {
    const stage = pipeline?.stages.find((one) => one.name === to);
    tell.done(t(recordScreenMessages.moved, { stage: of(stage?.label, to) }));
  };
  const toLane = ({ record, to }: Move, isMoved: boolean) =>
    void changeLane.run(record, to.lane ?? "", isMoved).then(onPlaced, tell.failed);
  /** It stands in its stage: now its lane. */
  const arrived = (move: Move) => {
    refresh(object.name);
    if (isOtherLane(move)) toLane(move, true);
    else onPlaced();
  };
  const go = (move: Move) => {
    const { record, to } = move;
    if (record[field] === to.stage) return toLane(move, false);
    if (mover) setMoving(move);
    else
      void save(record, field, to.stage).then((refusal) => {
        if (refusal !== null) return onStayed();
        tellMoved(to.stage);
        arrived(move);
      });
  };
  const place = (record: Values, to: Cell) => {
    const move = { record, to };
    if (isOtherLane(move)) changeLane.ask(record, to.lane ?? "", () => go(move), onStayed);
    else if (record[field] !== to.stage) go(move);
  };
  const onDone: FieldMoveProps["onDone"] = (outcome) => {
    setMoving(null);
    // Whoever makes the move says what came of it.
    if (outcome === "moved" && moving) arrived(moving);
    else onStayed();
  };
  return { place, moving, mover, onDone };
}
