import type { Active, DndContextProps, Over } from "@dnd-kit/core";
import { useMemo } from "react";
import type { Label } from "../../../shared/i18n/label.ts";
import type { MoveTarget, MoveTargets } from "../../slots/board.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { PipelineInfo } from "../../data/pipelines.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { draggedRecord } from "./dragged-record.ts";

type Say = (text: Label, params?: Readonly<Record<string, string | number>>) => string;

/** How a column stands for the card, in words. */
export function targetText(t: Say, { state, reasons }: MoveTarget): string {
  if (state === "open") return t(recordScreenMessages.columnOpen);
  return state === "asks"
    ? t(recordScreenMessages.columnAsks, { count: reasons.length })
    : t(recordScreenMessages.columnShut);
}

/** What a screen reader says of a drag: the card by its name, each column with how it stands and why. */
export function useBoardSpeech(
  object: ObjectInfo,
  pipeline: PipelineInfo | undefined,
  targets: MoveTargets,
): NonNullable<DndContextProps["accessibility"]> {
  const { t, of } = useLanguage();
  return useMemo(() => {
    const nameOf = (active: Active): string => {
      const name = draggedRecord(active.data.current)?.[object.title];
      return typeof name === "string" && name ? name : t(recordScreenMessages.empty);
    };
    const stageOf = (over: Over): string =>
      of(pipeline?.stages.find(({ name }) => name === over.id)?.label, String(over.id));
    const columnOf = (over: Over): string => {
      const target = targets.get(String(over.id));
      const stage = stageOf(over);
      return target
        ? [
            t(recordScreenMessages.columnKnown, { stage, state: targetText(t, target) }),
            ...target.reasons,
          ].join(" ")
        : stage;
    };
    return {
      screenReaderInstructions: { draggable: t(recordScreenMessages.dragHint) },
      announcements: {
        onDragStart: ({ active }) => t(recordScreenMessages.dragLifted, { name: nameOf(active) }),
        onDragOver: ({ over }) => (over ? columnOf(over) : undefined),
        onDragEnd: ({ active, over }) =>
          over
            ? t(recordScreenMessages.dragDropped, { stage: stageOf(over) })
            : t(recordScreenMessages.dragBack, { name: nameOf(active) }),
        onDragCancel: ({ active }) => t(recordScreenMessages.dragBack, { name: nameOf(active) }),
      },
    };
  }, [t, of, object.title, pipeline, targets]);
}
