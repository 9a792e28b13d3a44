import type { VisitLength, Visit } from "../../pipeline/shared/public.ts";

/** All stays of a record in one stage. */
export interface StageVisits {
  readonly count: number;
  readonly total: VisitLength;
  /** The one that still lasts. */
  readonly current: VisitLength | null;
}

/** Stays by stage, summed over every visit. */
export function visitsByStage(visits: readonly Visit[]): ReadonlyMap<string, StageVisits> {
  const stays = new Map<string, StageVisits>();
  const seconds = new Map<string, number>();
  for (const visit of visits) {
    const known = stays.get(visit.stage);
    const spent = (seconds.get(visit.stage) ?? 0) + visit.calendar_seconds;
    seconds.set(visit.stage, spent);
    stays.set(visit.stage, {
      count: (known?.count ?? 0) + 1,
      total: {
        workingDays: (known?.total.workingDays ?? 0) + visit.working_days,
        calendarDays: wholeDays(spent),
      },
      current:
        visit.left_at === null
          ? { workingDays: visit.working_days, calendarDays: wholeDays(visit.calendar_seconds) }
          : (known?.current ?? null),
    });
  }
  return stays;
}
const wholeDays = (seconds: number): number => Math.floor(seconds / 86_400);
