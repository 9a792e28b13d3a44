import type { DndContextProps } from "@dnd-kit/core";
import { useMemo } from "react";
import type { Label } from "../../../shared/i18n/label.ts";
import type { MoveTarget } from "../../slots/board.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { PipelineInfo } from "../../data/pipelines.ts";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { type Cell, isSameCell } from "./board-cell.ts";
import { boardMessages } from "./board.messages.ts";
import type { Moves } from "./use-moves.ts";

type Say = (text: Label, params?: Readonly<Record<string, string | number>>) => string;

/** How a column stands for the card, in words. */
export function targetText(t: Say, { state, reasons }: MoveTarget): string {
  if (state === "open") return t(recordScreenMessages.columnOpen);
  return state === "asks"
    ? t(recordScreenMessages.columnAsks, { count: reasons.length })
    : t(recordScreenMessages.columnShut);
}
/** The same within a sentence. */
function stateText(t: Say, { state, reasons }: MoveTarget): string {
  if (state === "open") return t(boardMessages.stateOpen);
  return state === "asks"
    ? t(boardMessages.stateAsks, { count: reasons.length })
    : t(boardMessages.stateShut);
}

export interface SpeechOptions {
  readonly object: ObjectInfo;
  readonly pipeline: PipelineInfo | undefined;
  readonly moves: Moves;
  readonly nameOfLane: (lane: string) => string;
}
/**
 * What a screen reader says of a card on its way: the card and each place by their names, how the place
 * stands for it and why. It is said again when that becomes known, and what dnd-kit says itself is left out.
 */
export function useBoardSpeech({ object, pipeline, moves, nameOfLane }: SpeechOptions): string {
  const { t, of } = useLanguage();
  const { carried, landed, targetOf } = moves;
  const nameOf = (record: Parameters<typeof moves.lift>[0]): string =>
    textValue(record[object.title]) || t(recordScreenMessages.empty);
  const placeOf = ({ stage, lane }: Cell): string => {
    const found = pipeline?.stages.find((one) => one.name === stage);
    const column = of(found?.label) || t(recordScreenMessages.empty);
    return lane === undefined ? column : `${column} · ${nameOfLane(lane)}`;
  };
  if (!carried) {
    if (!landed) return "";
    const name = nameOf(landed.record);
    return landed.to
      ? t(boardMessages.dropped, { name, place: placeOf(landed.to) })
      : t(boardMessages.put, { name });
  }
  const { record, from, over, byKeys } = carried;
  const name = nameOf(record);
  if (!over) return t(recordScreenMessages.dragLifted, { name });
  const place = placeOf(over);
  if (isSameCell(from, over))
    return t(byKeys ? boardMessages.picked : boardMessages.overOwn, { name, place });
  const target = targetOf(over);
  if (!target) return t(boardMessages.overUnknown, { name, place });
  const words = t(boardMessages.over, { name, place, state: stateText(t, target) });
  return [words, ...target.reasons].join(t(boardMessages.reasonGap));
}

/** dnd-kit's own words, in the reader's language or not at all. */
export function useDragHint(): NonNullable<DndContextProps["accessibility"]> {
  const { t } = useLanguage();
  return useMemo(() => {
    const silent = () => undefined;
    return {
      screenReaderInstructions: { draggable: t(recordScreenMessages.dragHint) },
      announcements: {
        onDragStart: silent,
        onDragOver: silent,
        onDragEnd: silent,
        onDragCancel: silent,
      },
    };
  }, [t]);
}
