import type { PastState } from "../../../../engine/public.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { importReason } from "../shared/reasons.labels.ts";
import { microseconds } from "../shared/stage-history.ts";
import type { BuildContext } from "./build-context.ts";
import { refused, type RefusedRow } from "./built-row.ts";
import type { StagedRow } from "./read-stage.ts";
import { stageUnknown } from "./stage-unknown.ts";

/** States in the future, or in stages that their pipeline does not have. */
export function lifeFault(
  build: BuildContext,
  states: readonly PastState[],
  { pipeline }: StagedRow,
): RefusedRow | null {
  const field = build.plan.object.stageField;
  const last = states.at(-1);
  if (last && last.at > microseconds(build.now))
    return refused(importReason("date_in_future", { cell: last.at.slice(0, 10) }, field));
  for (const { values } of states) {
    const stage = field === undefined ? undefined : values[field];
    const { pipeline: told } = partOf(staged, values);
    const own = typeof told === "string" ? build.stages?.find(told) : pipeline;
    if (
      field === undefined ||
      typeof stage !== "string" ||
      !own ||
      own.stages.some(({ name }) => name === stage)
    )
      continue;
    return stageUnknown(stage, field, own);
  }
  return null;
}
