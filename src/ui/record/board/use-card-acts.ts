import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { can, useObjects, type ObjectInfo } from "../../data/objects.ts";
import type { PipelineInfo } from "../../data/pipelines.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { Moves } from "./use-moves.ts";

/** The step onwards of a card. */
export interface NextStep {
  readonly name: string;
  readonly isWon: boolean;
  readonly go: () => void;
}
export interface CardActsOptions {
  readonly object: ObjectInfo;
  readonly pipeline: PipelineInfo | undefined;
  readonly moves: Moves;
  readonly movable: boolean;
  readonly isPast: boolean;
}
/** What is done with a card where it stands: the next stage through its gate, and what happened written down. */
export function useCardActs({ object, pipeline, moves, movable, isPast }: CardActsOptions) {
  const { of } = useLanguage();
  const activity = useObjects().get("activity");
  const [logging, setLogging] = useState<Values | null>(null);
  const mayLog =
    !isPast && activity !== undefined && can(activity, "create") && takesActivities(activity, object.name);
  const nextOf = (record: Values): NextStep | null => {
    const stages = pipeline?.stages ?? [];
    const at = stages.findIndex(({ name }) => name === record[object.stageField ?? ""]);
    if (!movable || stages[at]?.type !== "open") return null;
    const later = stages.slice(at + 1);
    const next = later.find(({ type }) => type === "open") ?? stages.find(({ type }) => type === "won");
    if (!next) return null;
    return {
      name: of(next.label, next.name),
      isWon: next.type === "won",
      go: () => moves.send(record, next.name),
    };
  };
  return { nextOf, log: mayLog ? setLogging : null, activity, logging, endLog: () => setLogging(null) };
}
export type CardActs = ReturnType<typeof useCardActs>;

const takesActivities = (activity: ObjectInfo, object: string): boolean => {
  const regarding = activity.byName["regarding"];
  return regarding?.kind === "link" && regarding.targets.includes(object);
};
