import { periodOf } from "../../../shared/time/period.ts";
import { isShown, type ObjectInfo } from "../../data/objects.ts";
import type { StageInfo } from "../../data/pipelines.ts";
import { firstMomentOf } from "../../kit/company-clock.ts";
import { todayText } from "../../kit/time-text.ts";
import { both } from "../list/scenes.ts";
import { dayOf } from "../time/past-day.ts";

/** The condition that a record stands in one of these stages. */
export const isAnyStage = (field: string, stages: readonly StageInfo[]): string =>
  stages.map(({ name }) => `${field} == ${JSON.stringify(name)}`).join(" || ");

/** The quarter that a board of this day speaks of. */
export const quarterAt = (asOf: string) => periodOf("quarter", asOf ? dayOf(asOf) : todayText());

/** The condition that a record ended in the quarter: by the day it was closed, else by when it came there. */
export function inQuarter(object: ObjectInfo, asOf: string): string {
  const { from, to } = quarterAt(asOf);
  const closed = object.byName["close_date"];
  if (closed?.kind === "date" && isShown(closed) && closed.right !== "mask")
    return `close_date >= date("${from}") && close_date <= date("${to}")`;
  return `stage_entered_at >= ${JSON.stringify(firstMomentOf(from))}`;
}
export const closedWithin = (object: ObjectInfo, stages: readonly StageInfo[], asOf: string): string =>
  both(isAnyStage(object.stageField ?? "", stages), inQuarter(object, asOf));
