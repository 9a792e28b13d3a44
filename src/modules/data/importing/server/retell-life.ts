import { dayIn } from "../../../../shared/time/zone.ts";
import { importReason } from "../shared/reasons.labels.ts";
import { microseconds } from "../shared/stage-history.ts";
import type { BuildContext, OnRecord } from "./build-context.ts";
import { refused, type RefusedRow, type Retold } from "./built-row.ts";
import type { ImportedPast } from "./imported-past.ts";
import { lifeFault } from "./life-fault.ts";
import type { StagedRow } from "./read-stage.ts";

/**
 * A life told of a record that is there: what it says beyond what is on record. A move that was seen here and
 * that it does not tell contradicts it.
 */
export function retellLife(
  build: BuildContext,
  { states, notes }: ImportedPast,
  staged: StagedRow,
  known: OnRecord,
): Retold | RefusedRow {
  const fault = lifeFault(build, states, staged);
  if (fault) return fault;
  const field = build.plan.object.stageField ?? "";
  const final = staged.stage?.name ?? known.match.stage;
  const told = new Set(states.map(({ at, values }) => `${String(values[field] ?? final)} ${at}`));
  const onRecord = new Set(known.entries.map(({ stage, at }) => `${stage} ${microseconds(at)}`));
  const moves = states.filter(
    ({ values }, index) =>
      index === 0 || (states[index - 1]?.values[field] ?? final) !== (values[field] ?? final),
  );
  if (moves.every(({ at, values }) => onRecord.has(`${String(values[field] ?? final)} ${at}`)))
    return { past: [], notes };
  const contrary = known.entries.find(
    ({ stage, at, seen }) => seen && !told.has(`${stage} ${microseconds(at)}`),
  );
  if (!contrary) return { past: states, notes };
  const name = staged.pipeline?.stages.find(({ name: one }) => one === contrary.stage);
  return refused(
    importReason("history_differs", { day: dayIn(build.zone, contrary.at) }, field, {
      stage: name?.label ?? { "zh-CN": contrary.stage },
    }),
  );
}
