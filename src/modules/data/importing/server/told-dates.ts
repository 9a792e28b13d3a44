import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { findOption } from "../shared/parse-choice.ts";
import { startOfDay } from "../shared/start-of-day.ts";
import type { StageDate } from "../shared/stage-history.ts";
import type { BuildContext } from "./build-context.ts";
import type { RefusedRow } from "./built-row.ts";
import type { ReadRow } from "./read-row.ts";
import type { StagedRow } from "./read-stage.ts";
import { stageUnknown } from "./stage-unknown.ts";

const ENDINGS = ["close_date", "lost_reason", "lost_detail"];
/** Fields that say how and when it ended: empty in states before it did. */
export const endingFields = (object: CatalogObject): readonly string[] =>
  ENDINGS.filter((name) => object.byName[name] !== undefined);

/** The days on which the row says that stages were entered. */
export function datesIn(
  build: BuildContext,
  row: ReadRow,
  { pipeline, stage }: StagedRow,
): readonly StageDate[] | RefusedRow {
  const dates: StageDate[] = [];
  for (const { stage: wanted, date } of pipeline && stage ? row.entered : []) {
    if (wanted === "*") {
      // The expected close date of an open deal is a plan, not history.
      const isPlan = stage?.type === "open" && startOfDay(date, build.zone) > build.now;
      if (stage && !isPlan) dates.push({ stage: stage.name, date });
      continue;
    }
    const name = findOption(pipeline?.stages ?? [], wanted);
    if (name === null)
      return pipeline ? stageUnknown(wanted, build.plan.object.stageField ?? "", pipeline) : [];
    dates.push({ stage: name, date });
  }
  return dates;
}
