import { useState } from "react";
import { can } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { both } from "../list/scenes.ts";
import { recordScreenMessages } from "../record.messages.ts";
import type { BoardScope } from "./board-scope.ts";
import { useBoardSpeech } from "./board-speech.ts";
import { handOfBoard } from "./card-at-hand.ts";
import { laneFields } from "./lane-field.ts";
import type { RecordBoardProps } from "./RecordBoard.tsx";
import { useBoardLayout } from "./use-board-layout.ts";
import { useBoardStages } from "./use-board-stages.ts";
import { useCardActs } from "./use-card-acts.ts";
import { useCarryKeys } from "./use-carry-keys.ts";
import { useLanes } from "./use-lanes.ts";
import { useMoves } from "./use-moves.ts";
import { usePipelineChoice } from "./use-pipeline-choice.ts";
import { useReturnFocus } from "./use-return-focus.ts";

/** Everything that a board shows and does: its stages and lanes, what is on its way, and what is said of it. */
export function useBoard(props: RecordBoardProps) {
  const { object, filter, search, asOf } = props;
  const { t } = useLanguage();
  const choice = usePipelineChoice(object.name);
  const { pipelines, pipeline } = choice;
  const scoped = both(
    pipelines.length > 1 && pipeline ? `pipeline == ${JSON.stringify(pipeline.id)}` : "",
    filter,
  );
  const totals = { filter: scoped, search, asOf };
  const kept = useBoardLayout(object.name, props.view);
  const stages = useBoardStages(object, pipeline, totals, kept);
  const { columns, ends } = stages;
  const laneField = laneFields(object).find(({ name }) => name === props.lanes);
  const shown = columns.map(({ stage }) => stage);
  const lanes = useLanes(object, laneField, totals, shown);
  const nameOfLane = (key: string) =>
    lanes?.find((lane) => lane.key === key)?.name ?? t(recordScreenMessages.empty);
  const movable = !asOf && can(object, "update");
  const moves = useMoves(object, pipeline, laneField, nameOfLane);
  const acts = useCardActs({ object, pipeline, moves, movable, isPast: asOf !== "" });
  const said = useBoardSpeech({ object, pipeline, moves, nameOfLane });
  const [hand] = useState(handOfBoard);
  const reached = lanes?.filter(({ key }) => !kept.layout.foldedLanes.includes(key));
  useCarryKeys(
    moves,
    [...columns, ...ends].map(({ stage }) => stage.name),
    reached?.map(({ key }) => key),
  );
  useReturnFocus(moves);
  const scope: BoardScope = { ...props, lanes: laneField, movable, moves, acts, hand };
  return { choice, stages, lanes, kept, scope, said };
}
