import { textOf } from "../../../../shared/i18n/label.ts";
import { mergeHistory } from "../shared/merge-history.ts";
import { importReason } from "../shared/reasons.labels.ts";
import type { BuildContext, OnRecord } from "./build-context.ts";
import { isRefused, refused, type RefusedRow, type Retold } from "./built-row.ts";
import type { ReadRow } from "./read-row.ts";
import type { StagedRow } from "./read-stage.ts";
import { createdNotes, isOnRecord } from "./told-creation.ts";
import { datesIn, endingFields } from "./told-dates.ts";

/** The history of a record that is there already, with what the row adds to it. */
export function retell(
  build: BuildContext,
  row: ReadRow,
  staged: StagedRow,
  known: OnRecord,
): Retold | RefusedRow {
  const { pipeline, stage } = staged;
  const dates = datesIn(build, row, staged);
  if (isRefused(dates)) return dates;
  const notes = createdNotes(build, row, known.match);
  const createdAt = notes.length > 0 ? undefined : row.createdAt;
  if (dates.length === 0 && createdAt === undefined) return { past: [], notes };
  if (dates.length > 0 && known.match.pipeline !== null && pipeline?.id !== known.match.pipeline)
    return {
      past: [],
      notes: [...notes, importReason("history_left_out", {}, build.plan.object.stageField)],
    };
  if (!pipeline || !stage || known.entries.length === 0)
    return {
      past:
        createdAt === undefined || isOnRecord(build, createdAt, known.match)
          ? []
          : [{ at: createdAt, values: {} }],
      notes,
    };
  const merged = mergeHistory({
    stageField: build.plan.object.stageField ?? "",
    known: known.entries,
    told: dates,
    current: known.match.stage ?? stage.name,
    final: stage.name,
    ...(createdAt === undefined ? {} : { createdAt }),
    stages: pipeline.stages.map(({ name, label }) => ({ name, title: textOf(label, build.language, name) })),
    outcome: endingFields(build.plan.object),
    zone: build.zone,
    now: build.now,
  });
  return merged.ok ? { past: merged.past ?? [], notes } : refused(merged.reason);
}
