import {
  type Context,
  type LogPass,
  Params,
  command,
  compileCondition,
  expressionOf,
  momentOf,
  pointsAt,
  raiseDefinitions,
  readingScope,
  systemTable,
  tableOf,
} from "../../../../../engine/public.ts";
import { arrayOf, float, integer, orNull, text, word } from "../../../../../platform/db/columns.ts";
import { sql } from "../../../../../platform/db/sql.ts";
import { workingDates } from "../../../../../shared/expression/working-days.ts";
import type { CatalogObject } from "../../../../../shared/metadata/object.ts";
import type { ClockNorm } from "../../shared/clocks.ts";
import { loadPipelines } from "../load-pipelines.ts";
import { readClockNorms } from "./clock-norms.ts";

/** Fewer won records than this say nothing about what is usual. */
const FEWEST = 5;
/** The newest won records speak for how it goes now, and bound the work. */
const MOST = 5000;
const EVERY_MS = 6 * 3_600_000;

const measuredAt = new WeakMap<Context["workspace"], number>();
/** Measures anew every six hours, in the process that reads the log. */
export const measureClocksPass: LogPass = async (context) => {
  const last = measuredAt.get(context.workspace);
  const now = Date.parse(context.now);
  if (last !== undefined && now - last < EVERY_MS) return false;
  measuredAt.set(context.workspace, now);
  await measureClocks(context);
  return false;
};

/**
 * How long won records stood, were left alone and were put off, by stage. Where that has changed, every
 * process learns of it with its next request.
 */
export async function measureClocks(context: Context): Promise<void> {
  const pipelines = await loadPipelines(context.db, context);
  const objects = [...context.catalog.objects.values()].filter((object) => object.stageField !== undefined);
  const norms: ClockNorm[] = [];
  for (const object of objects)
    for (const { id } of pipelines.of(object.name)) norms.push(...(await measure(context, object, id)));
  const sorted = norms.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
  const known = (await readClockNorms(context.db, context.workspace)).toSorted((a, b) =>
    keyOf(a).localeCompare(keyOf(b)),
  );
  if (JSON.stringify(known) === JSON.stringify(sorted)) return;
  await context.db.transaction(async (tx) => {
    await tx.query(dropNorms(context.workspace));
    await tx.query(addNorms(context.workspace, JSON.stringify(sorted), context.now));
    await tx.query(raiseDefinitions(context));
  });
}
const keyOf = ({ pipeline, stage, clock }: ClockNorm): string => `${pipeline} ${stage} ${clock}`;

export const dropNorms = command(({ system }) => sql`delete from ${system("clock_norm")}`);
export const addNorms = command(
  ({ system }, norms: string, now: string) =>
    sql`insert into ${system("clock_norm")} (pipeline, stage, clock, amber, red, n, measured_at)
select pipeline, stage, clock, amber, red, n, ${now}::timestamptz from jsonb_to_recordset(${norms}::jsonb) as r(pipeline uuid, stage text, clock text, amber numeric, red numeric, n integer)`,
);

const quarterly = {
  stage: orNull(text),
  clock: word<ClockNorm["clock"]>(),
  n: integer,
  quarters: orNull(arrayOf(float)),
};
/**
 * P75 and P90 of each open stage of a pipeline. A dwell beyond one and a half interquartile ranges is long as
 * well.
 */
async function measure(
  context: Context,
  object: CatalogObject,
  pipeline: string,
): Promise<readonly ClockNorm[]> {
  const params = new Params();
  const asked = quartersOf(context, object, params, params.add(pipeline, "uuid"));
  const rows = await context.db.query({ ...params.statement(asked), columns: quarterly });
  const stages = [...new Set(rows.flatMap(({ stage }) => stage ?? []))];
  return rows.flatMap(({ stage, clock, n, quarters }): ClockNorm[] => {
    if (!quarters || n < FEWEST) return [];
    const [p25 = 0, p75 = 0, p90 = 0] = quarters;
    const red = clock === "dwell" ? Math.min(p90, p75 + 1.5 * (p75 - p25)) : p90;
    // How far a deal was put off is told of the whole deal, so it is the same for all its stages.
    return (stage === null ? stages : [stage]).map((name) => ({
      pipeline,
      stage: name,
      clock,
      amber: short(p75),
      red: short(red),
      n,
    }));
  });
}
const short = (days: number): number => Math.round(days * 100) / 100;

function quartersOf(context: Context, object: CatalogObject, params: Params, pipeline: string): string {
  const visits = systemTable(context.workspace, "stage_visit");
  const zone = params.add(context.company.zone, "text");
  const dates = params.add(workingDates(momentOf(context)), "date[]");
  const name = params.add(object.name, "text");
  const dayOf = (moment: string): string => `(${moment} at time zone ${zone})::date`;
  const quarters = (value: string): string =>
    `percentile_cont(array[0.25, 0.75, 0.9]::float8[]) within group (order by ${value}::float8) as quarters`;
  const contacts = contactsWithin(context, object, params);
  return `with won as materialized (
  select v.record, t.slip_days from ${visits} v join ${tableOf(context.workspace, object.name)} t on t.id = v.record and t.deleted_at is null
  where v.object = ${name} and v.pipeline = ${pipeline} and v.stage_type = 'won' and v.left_at is null order by v.entered_at desc limit ${MOST}),
stays as materialized (
  select v.id as visit, v.record as id, v.stage, v.entered_at, v.left_at, v.working_days from won join ${visits} v on v.record = won.record
  where v.pipeline = ${pipeline} and v.stage_type = 'open' and v.left_at is not null),
days as (
  select visit, stage, ${dayOf("entered_at")} as day from stays union all select visit, stage, ${dayOf("left_at")} from stays
  ${contacts ? `union all select s.visit, s.stage, ${dayOf("a.occurred_at")} from stays s join ${contacts} and a.occurred_at > s.entered_at and a.occurred_at < s.left_at` : ""}),
gaps as (select visit, stage, width_bucket(day, ${dates}) - width_bucket(lag(day) over (partition by visit order by day), ${dates}) as gap from days),
longest as (select visit, stage, max(gap) as gap from gaps group by visit, stage)
select stage, 'dwell' as clock, count(working_days)::integer as n, ${quarters("working_days")} from stays group by stage
union all select stage, 'idle', count(gap)::integer, ${quarters("gap")} from longest group by stage
union all select null, 'slip', count(slip_days)::integer, ${quarters("slip_days")} from won`;
}

/**
 * The activities that set the idle clock back, joined to a stay `s`: by the link and the filter of the
 * roll-up, so that both always count the same.
 */
function contactsWithin(context: Context, object: CatalogObject, params: Params): string | null {
  const rollup = object.byName["last_contact_at"];
  const activity =
    rollup?.kind === "rollup" && !rollup.hidden ? context.catalog.object(rollup.object) : undefined;
  const via = rollup?.kind === "rollup" ? activity?.byName[rollup.via] : undefined;
  if (rollup?.kind !== "rollup" || !activity || !via) return null;
  params.rowOf("a", activity.name);
  const reading = { context, params };
  const filter =
    rollup.filter === undefined ? undefined : expressionOf(context.catalog, activity.name, rollup.filter);
  const link = pointsAt(reading, { row: "a", child: activity, via }, "s", object.name);
  return `${tableOf(context.workspace, activity.name)} a on ${link} and a.deleted_at is null${filter ? ` and ${compileCondition(filter, "a", readingScope(reading))}` : ""}`;
}
