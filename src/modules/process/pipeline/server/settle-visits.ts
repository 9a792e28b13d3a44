import { toMicros } from "../../../../shared/time/micros.ts";
import type { ImportedMove } from "../../../../shared/metadata/hooks.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";

export const VISIT_COLUMNS = [
  "object",
  "record",
  "pipeline",
  "pipeline_version",
  "stage",
  "stage_type",
  "entered_at",
  "left_at",
  "entered_by",
  "left_by",
  "road",
  "imported",
  "previous_stage",
  "next_stage",
  "reason",
  "override",
  "override_unmet",
  "skipped",
  "working_days",
] as const;
/** A row of the ledger without its id and its place in the log. */
export type Visit = Record<(typeof VISIT_COLUMNS)[number], WireValue>;

/** A state of a record's life, complete. */
export interface LifeState {
  readonly at: string;
  readonly values: Readonly<Values>;
  /** What is known of the move that began it. */
  readonly told?: ImportedMove;
}
/** Who tells the past of which record, and what goes with the stay that the record is in now. */
export interface Telling {
  readonly object: string;
  readonly record: string;
  readonly actor: string | null;
  readonly road: string;
  readonly reason: WireValue;
  readonly override: WireValue;
  readonly unmet: WireValue;
  readonly skipped: WireValue;
  readonly workingDays: (from: string, to: string) => number | null;
}
interface Stay {
  readonly from: string;
  readonly to: string | null;
  readonly values: Readonly<Values>;
  readonly told: ImportedMove | undefined;
  /** The move that ended it. */
  readonly ended: ImportedMove | undefined;
}

/**
 * The stays of a life: one for each run of states in the same stage, from when its stage says that it was
 * entered.
 */
function staysIn(life: readonly LifeState[], field: string): readonly Stay[] {
  const begun: Pick<Stay, "from" | "values" | "told">[] = [];
  for (const { at, values, told } of life) {
    const last = begun.at(-1)?.values;
    const { pipeline, stage_entered_at } = partOf(staged, values);
    const isOther = last?.[field] !== values[field] || partOf(staged, last).pipeline !== pipeline;
    if (!values[field] || !pipeline || !isOther) continue;
    begun.push({ values, told, from: toMicros(stage_entered_at ?? at) });
  }
  return begun.map((stay, index) => ({
    ...stay,
    to: begun[index + 1]?.from ?? null,
    ended: begun[index + 1]?.told,
  }));
}
const momentOf = (value: WireValue): string | null => (typeof value === "string" ? toMicros(value) : null);

/**
 * What becomes of a record's visits when its life is told anew: those that still hold stay, others go, and
 * what is missing comes, with what is known of it from a visit that was once taken back.
 */
export function settleVisits<V extends Visit>(
  known: readonly V[],
  aside: readonly Visit[],
  life: readonly LifeState[],
  field: string,
  telling: Telling,
): { readonly gone: readonly V[]; readonly made: readonly Visit[] } {
  const stays = staysIn(life, field);
  const made: Visit[] = [];
  const kept = new Set<V>();
  stays.forEach((stay, index) => {
    const place = {
      previous_stage: stays[index - 1]?.values[field] ?? null,
      next_stage: stays[index + 1]?.values[field] ?? null,
    };
    const isThis = (visit: Visit): boolean =>
      visit.stage === stay.values[field] &&
      visit.pipeline === partOf(staged, stay.values).pipeline &&
      momentOf(visit.entered_at) === stay.from;
    const isWhole = (visit: Visit): boolean => isThis(visit) && momentOf(visit.left_at) === stay.to;
    const standing = known.find(isThis);
    if (
      standing &&
      isWhole(standing) &&
      standing.previous_stage === place.previous_stage &&
      standing.next_stage === place.next_stage
    ) {
      kept.add(standing);
      return;
    }
    const once =
      standing && isWhole(standing)
        ? standing
        : (aside.findLast(isWhole) ?? standing ?? aside.findLast(isThis));
    const isLast = index === stays.length - 1;
    made.push({
      ...(once ?? toldVisit(stay, field, telling, isLast)),
      ...(once && isWhole(once) ? {} : leaving(stay, telling)),
      ...place,
    });
  });
  return { gone: known.filter((visit) => !kept.has(visit)), made };
}

const leaving = ({ from, to, ended }: Stay, { actor, workingDays }: Telling) => ({
  left_at: to,
  left_by: to === null ? null : ended ? ended.by : actor,
  working_days: to === null ? null : workingDays(from, to),
});

function toldVisit({ from, values, told }: Stay, field: string, telling: Telling, isLast: boolean): Visit {
  const { object, record, actor, road, reason } = telling;
  const { pipeline, pipeline_version, stage_type } = partOf(staged, values);
  return {
    object,
    record,
    pipeline: pipeline ?? null,
    pipeline_version: pipeline_version ?? null,
    stage: values[field] ?? null,
    stage_type: stage_type ?? "open",
    entered_at: from,
    left_at: null,
    entered_by: told ? told.by : actor,
    left_by: null,
    road,
    imported: true,
    previous_stage: null,
    next_stage: null,
    reason: told ? (told.reason ?? null) : (reason ?? null),
    override: told ? (told.override ?? null) : isLast ? (telling.override ?? null) : null,
    override_unmet: isLast && !told ? (telling.unmet ?? null) : null,
    skipped: told ? (told.skipped ?? null) : isLast ? (telling.skipped ?? null) : null,
    working_days: null,
  };
}
