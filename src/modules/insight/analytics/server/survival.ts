import Big from "big.js";
import { type Result, accept } from "../../../../engine/public.ts";
import type { Cycle } from "./cycle.ts";
import { cycleRows } from "./cycle-rows.ts";
import { cohort } from "./insight-filters.ts";
import { byGroup, named, prepare, run } from "./insight-statement.ts";
import { whole } from "./numbers.ts";
import type { Question } from "./read-question.ts";

/** What happened to the records of a cohort after so many whole days. */
export interface SurvivalStep {
  readonly day: number;
  readonly events: number;
  readonly censored: number;
}

/**
 * Kaplan–Meier median: the first day on which at most half are still without the event, those whose end is
 * not known yet counted as long as they were seen. Null while more than half are.
 * @example kaplanMeierMedian([{ day: 2, events: 1, censored: 0 }, { day: 5, events: 1, censored: 2 }]) // 5: 3/4, then 3/4 × 2/3
 */
export function kaplanMeierMedian(steps: readonly SurvivalStep[]): number | null {
  let atRisk = steps.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let surviving = new Big(1);
  for (const { day, events, censored } of steps.toSorted((a, b) => a.day - b.day)) {
    if (atRisk > 0) surviving = surviving.times(atRisk - events).div(atRisk);
    if (events > 0 && surviving.round(15).lte("0.5")) return day;
    atRisk -= events + censored;
  }
  return null;
}

/** The Kaplan–Meier median of each group, by its key as JSON. One statement. */
export async function survivalMedians(
  question: Question,
  cycle: Cycle,
): Promise<Result<ReadonlyMap<string, number | null>>> {
  const prepared = prepare(question, cohort(question));
  if (!prepared.ok) return prepared;
  const keys = named(prepared.value, "d");
  const columns = prepared.value.keyColumns.length + 1;
  const places = Array.from({ length: columns }, (_, at) => at + 1).join(", ");
  const counted = `count(*) filter (where d.kind = 'event') as happened, count(*) filter (where d.kind <> 'event') as censored`;
  const rows = await run(
    prepared.value,
    `select ${keys}floor(greatest(d.days, 0))::integer as day, ${counted} from (${cycleRows(prepared.value, cycle)}) d where d.days is not null group by ${places}`,
  );
  if (!rows.ok) return rows;
  const stepOf = (row: Readonly<Record<string, unknown>>): SurvivalStep => ({
    day: whole(row["day"]),
    events: whole(row["happened"]),
    censored: whole(row["censored"]),
  });
  return accept(
    new Map(
      byGroup(prepared.value, rows.value).map(({ head, rows: own }) => [
        JSON.stringify(head.key),
        kaplanMeierMedian(own.map(stepOf)),
      ]),
    ),
  );
}
