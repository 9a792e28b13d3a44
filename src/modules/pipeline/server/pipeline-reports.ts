import type { Call } from "../../../engine/api/route.ts";
import { titlesFor } from "../../../engine/changes/titles-for.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import { systemTable, tableOf } from "../../../engine/schema/names.ts";
import { noPipeline, readPipeline } from "./read-pipeline.ts";
import { readPeriod } from "./read-period.ts";
import { dayIn } from "../../../shared/time/zone.ts";
import { readWhole } from "./read-record.ts";
import { noRecord, stageObject } from "./stage-object.ts";

/** GET /pipelines/:id/versions: what it said from one publication to the next, newest first. */
export async function listVersions(context: Context, { params }: Call): Promise<Result<unknown>> {
  const pipeline = await readPipeline(context.db, context, params["id"] ?? "");
  if (!pipeline) return noPipeline();
  const data = await context.db.query({
    text: `select v.number, v.created_at, v.created_by, u.name as created_by_name, v.map, v.definition from ${tableOf(context.workspace, "pipeline_version")} v
left join ${tableOf(context.workspace, "user")} u on u.id = v.created_by where v.pipeline = $1::uuid and v.deleted_at is null order by v.number desc limit 200`,
    values: [pipeline.id],
  });
  return accept({ data });
}

/** GET /pipelines/:id/overrides: how often each person entered each stage, and how often past a shut gate. */
export async function countOverrides(context: Context, { params, query }: Call): Promise<Result<unknown>> {
  const pipeline = await readPipeline(context.db, context, params["id"] ?? "");
  if (!pipeline) return noPipeline();
  const period = readPeriod(query);
  if (!period.ok) return period;
  const values = [pipeline.id, period.value.from, period.value.to];
  const within = `pipeline = $1::uuid and ($2::timestamptz is null or entered_at >= $2::timestamptz) and ($3::timestamptz is null or entered_at < $3::timestamptz)`;
  const visits = systemTable(context.workspace, "stage_visit");
  const groups = await context.db.query({
    text: `select v.entered_by as person, max(u.name) as name, v.stage, v.road, count(*) as moves, count(v.override) as overrides from ${visits} v left join ${tableOf(context.workspace, "user")} u on u.id = v.entered_by
where v.${within} group by v.entered_by, v.stage, v.road having count(v.override) > 0 order by overrides desc, v.stage limit 500`,
    values,
  });
  const rows = await context.db.query<{ object: string; record: string }>({
    text: `select v.record, v.object, v.stage, v.entered_by, u.name as entered_by_name, v.entered_at, v.road, v.override as reason, v.override_unmet as unmet
from ${visits} v left join ${tableOf(context.workspace, "user")} u on u.id = v.entered_by where v.${within} and v.override is not null order by v.entered_at desc limit 100`,
    values,
  });
  const titles = await titlesFor(
    context,
    rows.map(({ object, record }) => ({ object, id: record })),
  );
  return accept({ groups, data: rows.map((row) => ({ ...row, title: titles.get(row.record) ?? null })) });
}

/** GET /records/:object/:id/visits: every stay of a record in a stage, oldest first. */
export async function listVisits(context: Context, { params }: Call): Promise<Result<unknown>> {
  const found = stageObject(context, params["object"]);
  if (!found.ok) return found;
  const read = await readWhole(context.db, context, found.value, params["id"] ?? "");
  if (!read) return noRecord();
  const { zone } = context.company;
  const rows = await context.db.query<{ entered_at: string; left_at: string | null; working_days: number | null; calendar_seconds: string | null }>({
    text: `select pipeline, pipeline_version, stage, stage_type, entered_at, left_at, entered_by, left_by, road, imported, previous_stage, next_stage, reason, override, calendar_seconds, working_days
from ${systemTable(context.workspace, "stage_visit")} where record = $1::uuid order by entered_at, left_at nulls last limit 1000`,
    values: [read.record["id"]],
  });
  const today = dayIn(zone, context.now);
  const data = rows.map((visit) => ({
    ...visit,
    calendar_seconds: visit.left_at
      ? Number(visit.calendar_seconds ?? 0)
      : Math.max(0, Math.round((Date.parse(context.now) - Date.parse(visit.entered_at)) / 1000)),
    working_days: visit.working_days ?? Math.max(0, context.company.calendar.between(dayIn(zone, visit.entered_at), today)),
  }));
  return accept({ data });
}
