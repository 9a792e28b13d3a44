import {
  type CallOf,
  type Context,
  type Result,
  accept,
  hasAbility,
  statement,
} from "../../../../engine/public.ts";
import {
  arrayOf,
  bigint,
  boolean,
  integer,
  json,
  numeric,
  orNull,
  sure,
  text,
  timestamptz,
  uuid,
  word,
} from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { listVersions as versions, VersionRow } from "../shared/versions.contract.ts";
import type { listVisits as visits, Visit } from "../shared/visits.contract.ts";
import { hideCriteria } from "./hide-criteria.ts";
import { noPipeline, readPipeline } from "./read-pipeline.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { readWhole } from "./read-record.ts";
import { noRecord, stageObject } from "./stage-object.ts";

export const versionsOf = statement(
  {
    number: sure(bigint),
    created_at: sure(timestamptz),
    created_by: orNull(uuid),
    created_by_name: orNull(text),
    map: orNull(json<NonNullable<VersionRow["map"]>>()),
    definition: sure(json<VersionRow["definition"]>()),
  },
  ({ record }, pipeline: string) =>
    sql`select v.number, v.created_at, v.created_by, u.name as created_by_name, v.map, v.definition from ${record("pipeline_version")} v
left join ${record("user")} u on u.id = v.created_by where v.pipeline = ${pipeline}::uuid and v.deleted_at is null order by v.number desc limit 200`,
);

/** GET /pipelines/:id/versions: what it said from one publication to the next, newest first. */
export async function listVersions(
  context: Context,
  { params }: CallOf<typeof versions>,
): Promise<Result<AnswerOf<typeof versions>>> {
  const pipeline = await readPipeline(context.db, context, params.id);
  if (!pipeline) return noPipeline();
  const rows = await context.db.query(versionsOf(context.workspace, pipeline.id));
  const object = context.catalog.object(pipeline.object);
  if (hasAbility(context, "pipelines.manage") || !object) return accept({ data: rows });
  const spared = ({ definition, ...row }: VersionRow): VersionRow => ({
    ...row,
    definition: { ...definition, stages: hideCriteria(context, object, definition.stages) },
  });
  return accept({ data: rows.map(spared) });
}

/** As they are kept: of one that goes on, nothing is counted yet. */
export const visitsOf = statement(
  {
    pipeline: uuid,
    pipeline_version: orNull(integer),
    stage: text,
    stage_type: word<Visit["stage_type"]>(),
    entered_at: timestamptz,
    left_at: orNull(timestamptz),
    entered_by: orNull(uuid),
    left_by: orNull(uuid),
    road: text,
    imported: boolean,
    previous_stage: orNull(text),
    next_stage: orNull(text),
    reason: orNull(text),
    override: orNull(text),
    skipped: orNull(arrayOf(text)),
    calendar_seconds: orNull(numeric),
    working_days: orNull(integer),
  },
  ({ system }, id: string) =>
    sql`select pipeline, pipeline_version, stage, stage_type, entered_at, left_at, entered_by, left_by, road, imported, previous_stage, next_stage, reason, override, skipped, calendar_seconds, working_days
from ${system("stage_visit")} where record = ${id}::uuid order by entered_at, left_at nulls last limit 1000`,
);
/** GET /records/:object/:id/visits: every stay of a record in a stage, oldest first. */
export async function listVisits(
  context: Context,
  { params }: CallOf<typeof visits>,
): Promise<Result<AnswerOf<typeof visits>>> {
  const found = stageObject(context, params.object);
  if (!found.ok) return found;
  const read = await readWhole(context.db, context, found.value, params.id);
  if (!read) return noRecord();
  const { zone } = context.company;
  const rows = await context.db.query(
    visitsOf(context.workspace, partOf(staged, read.record).id ?? params.id),
  );
  const today = dayIn(zone, context.now);
  const data = rows.map((visit) => ({
    ...visit,
    calendar_seconds: visit.left_at
      ? Number(visit.calendar_seconds ?? 0)
      : Math.max(0, Math.round((Date.parse(context.now) - Date.parse(visit.entered_at)) / 1000)),
    working_days:
      visit.working_days ??
      Math.max(0, context.company.calendar.between(dayIn(zone, visit.entered_at), today)),
  }));
  return accept({ data });
}
