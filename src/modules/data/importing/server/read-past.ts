import type { PastState } from "../../../../engine/public.ts";
import { buildHistory } from "../shared/stage-history.ts";
import type { BuildContext } from "./build-context.ts";
import { isRefused, refused, type RefusedRow } from "./built-row.ts";
import type { ReadRow } from "./read-row.ts";
import type { StagedRow } from "./read-stage.ts";
import { datesIn, endingFields } from "./told-dates.ts";

/** The history of a new record. */
export function readPast(
  build: BuildContext,
  row: ReadRow,
  staged: StagedRow,
): readonly PastState[] | RefusedRow {
  const { pipeline, stage } = staged;
  const dates = datesIn(build, row, staged);
  if (isRefused(dates)) return dates;
  if (dates.length === 0 && row.createdAt === undefined) return [];
  const history = buildHistory({
    stageField: build.plan.object.stageField ?? "",
    final: stage?.name ?? "",
    dates,
    ...(row.createdAt === undefined ? {} : { createdAt: row.createdAt }),
    stages: pipeline?.stages.map(({ name }) => name) ?? [],
    outcome: endingFields(build.plan.object),
    zone: build.zone,
    now: build.now,
  });
  return history.ok ? history.past : refused(history.reason);
}
