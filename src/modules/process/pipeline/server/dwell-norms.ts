import {
  type CallOf,
  type Catalog,
  type Context,
  type Result,
  accept,
  answering,
  tablesOf,
} from "../../../../engine/public.ts";
import { arrayOf, float, integer, orNull, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { addDays, weekdayOf } from "../../../../shared/time/dates.ts";
import type { CalendarException } from "../../../../shared/time/working-calendar.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { DwellFigures, DwellNorm, DwellNorms, readDwellNorms } from "../shared/dwell.contract.ts";
import { inOrder, type PipelineDefinition } from "../shared/pipeline.ts";
import { noPipeline, readPipeline } from "./read-pipeline.ts";

/**
 * Fewer won records than this say nothing about what is usual, and would tell too much about each of them.
 */
const FEWEST = 5;
/** The newest won records speak for how it goes now, and bound the work. */
const MOST = 5000;

interface Measured {
  readonly at: string;
  readonly won: number;
  readonly stages: ReadonlyMap<
    string,
    { readonly n: number; readonly working: DwellFigures | null; readonly calendar: DwellFigures | null }
  >;
}
interface Kept {
  readonly hour: string;
  readonly measured: Promise<Measured>;
}
/** Norms move slowly: each is measured once an hour, and anew with new definitions. */
const kept = new WeakMap<Catalog, Map<string, Kept>>();

/**
 * GET /pipelines/:id/dwell-norms: how long won records stayed in each stage, in working and calendar days.
 */
export async function dwellNorms(
  context: Context,
  { params }: CallOf<typeof readDwellNorms>,
): Promise<Result<DwellNorms>> {
  const row = await readPipeline(context.db, context, params.id);
  if (!row?.definition) return noPipeline();
  const { at, won, stages } = await measuredIn(context, row.id, row.definition);
  const data = inOrder(row.definition.stages).map((stage): DwellNorm => {
    const found = stages.get(stage.name);
    return {
      stage: stage.name,
      type: stage.type,
      n: found?.n ?? 0,
      working_days: found?.working ?? null,
      calendar_days: found?.calendar ?? null,
      max_dwell: stage.max_dwell ?? null,
      set: stage.clocks?.dwell ?? null,
    };
  });
  return accept({
    data,
    won,
    computed_at: at,
    exceptions: exceptionsOf(context),
    zone: context.company.zone,
  });
}

const hourOf = (context: Context): string => context.now.slice(0, 13);

async function measuredIn(context: Context, id: string, definition: PipelineDefinition): Promise<Measured> {
  const byPipeline = kept.get(context.catalog) ?? new Map<string, Kept>();
  kept.set(context.catalog, byPipeline);
  const known = byPipeline.get(id);
  if (known?.hour === hourOf(context)) return known.measured;
  const measured = measure(context, id, definition);
  byPipeline.set(id, { hour: hourOf(context), measured });
  // What failed is not kept: the next reader tries again.
  measured.catch(() => byPipeline.delete(id));
  return measured;
}

const measuredStage = {
  stage: text,
  n: integer,
  working_n: integer,
  won: integer,
  /** A quarter, half, three quarters and nine tenths of the stays are shorter. */
  working: orNull(arrayOf(float)),
  calendar: arrayOf(float),
};
const SHARES = sql`array[0.25, 0.5, 0.75, 0.9]::float8[]`;
async function measure(context: Context, id: string, { object }: PipelineDefinition): Promise<Measured> {
  const { system, record } = tablesOf(context.workspace);
  const visits = system("stage_visit");
  const text = sql`with won as materialized (
  select v.record from ${visits} v join ${record(object)} t on t.id = v.record and t.deleted_at is null
  where v.object = ${object}::text and v.pipeline = ${id}::uuid and v.stage_type = 'won' and v.left_at is null order by v.entered_at desc limit ${MOST})
select v.stage, count(*)::integer as n, count(v.working_days)::integer as working_n, (select count(*) from won)::integer as won,
  percentile_cont(${SHARES}) within group (order by v.working_days::float8) as working,
  percentile_cont(${SHARES}) within group (order by v.calendar_seconds::float8 / 86400) as calendar
from won join ${visits} v on v.record = won.record where v.pipeline = ${id}::uuid and v.stage_type = 'open' and v.left_at is not null group by v.stage`;
  const rows = await context.db.query(answering(measuredStage, text));
  return {
    at: context.now,
    won: rows[0]?.won ?? 0,
    stages: new Map(
      rows.map((row) => [
        row.stage,
        { n: row.n, working: figures(row.working, row.working_n), calendar: figures(row.calendar, row.n) },
      ]),
    ),
  };
}

function figures(quantiles: readonly number[] | null, n: number): DwellFigures | null {
  if (!quantiles || n < FEWEST) return null;
  const [p25 = 0, p50 = 0, p75 = 0, p90 = 0] = quantiles;
  const short = (days: number): number => Math.round(days * 100) / 100;
  return { p50: short(p50), p75: short(p75), p90: short(p90), outlier: short(p75 + 1.5 * (p75 - p25)) };
}

/** Longer stays than this are long by any calendar. */
const DAYS_BACK = 800;
function exceptionsOf(context: Context): readonly CalendarException[] {
  const { calendar, zone } = context.company;
  const today = dayIn(zone, context.now);
  const found: CalendarException[] = [];
  for (let back = DAYS_BACK; back >= 0; back -= 1) {
    const date = addDays(today, -back);
    const working = calendar.isWorkingDay(date);
    if (working !== weekdayOf(date) < 6) found.push({ date, working });
  }
  return found;
}
