import type { Call } from "../../../engine/api/route.ts";
import { accessPredicate } from "../../../engine/access/predicate.ts";
import type { Context } from "../../../engine/context.ts";
import { Params } from "../../../engine/query/params.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import { systemTable, tableOf } from "../../../engine/schema/names.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import type { PilotComparison, PilotFigures, PilotState } from "../shared/pilot.ts";
import { pipelineMessages } from "./messages.ts";
import { noPipeline, readPipeline } from "./read-pipeline.ts";

type Row = Omit<PilotFigures, "filter" | "win_rate"> & { readonly is_pilot: boolean };
const NOTHING = { open: 0, moves: 0, overridden: 0, won: 0, lost: 0, cycle: null, dwell: null };

/** GET /pipelines/:id/pilot: the departments that try it against all others, since it began; of records the caller may see, by the department they belong to now. */
export async function comparePilot(context: Context, { params }: Call): Promise<Result<{ readonly data: PilotComparison }>> {
  const row = await readPipeline(context.db, context, params["id"] ?? "");
  const object = context.catalog.object(row?.object ?? "");
  if (!row || !object) return noPipeline();
  const { pilot } = row;
  if (!pilot) return refuse({ status: 404, code: "no_pilot", text: pipelineMessages.no_pilot });
  const rows = await measure(context, object, row.id, pilot);
  const departments = await context.db.query<{ id: string; name: string }>({
    text: `select id, name from ${tableOf(context.workspace, "department")} where id = any($1::uuid[]) order by name`,
    values: [pilot.departments],
  });
  const list = pilot.covers.map((id) => JSON.stringify(id)).join(", ");
  const figures = (isPilot: boolean): PilotFigures => {
    const { is_pilot: _side, ...found } = rows.find((one) => one.is_pilot === isPilot) ?? { ...NOTHING, is_pilot: isPilot };
    const closed = found.won + found.lost;
    const filter = `pipeline == ${JSON.stringify(row.id)} && ${isPilot ? "" : "!"}(department in [${list}])`;
    return { ...found, win_rate: closed === 0 ? null : found.won / closed, filter };
  };
  return accept({ data: { since: pilot.since, version: pilot.version, departments, pilot: figures(true), others: figures(false) } });
}

async function measure(context: Context, object: CatalogObject, pipeline: string, { covers, since }: PilotState): Promise<readonly Row[]> {
  const params = new Params();
  const visits = systemTable(context.workspace, "stage_visit");
  const [id, from] = [params.add(pipeline, "uuid"), params.add(since, "timestamptz")];
  const see = accessPredicate(context, object, "read", "t", params);
  return context.db.query<Row>({
    text: `with mine as (select t.id, t.created_at, t.stage_type, coalesce(t.department = any(${params.add(covers, "uuid[]")}), false) as is_pilot from ${tableOf(context.workspace, object.name)} t
 where t.pipeline = ${id} and t.deleted_at is null and ${see}),
opened as (select is_pilot, (count(*) filter (where stage_type = 'open'))::integer as open from mine group by 1),
seen as (select m.is_pilot, count(*) filter (where v.entered_at >= ${from}) as moves, count(v.override) filter (where v.entered_at >= ${from}) as overridden,
 count(*) filter (where v.entered_at >= ${from} and v.stage_type = 'won') as won, count(*) filter (where v.entered_at >= ${from} and v.stage_type = 'lost') as lost,
 percentile_cont(0.5) within group (order by case when v.entered_at >= ${from} and v.stage_type = 'won' then extract(epoch from v.entered_at - m.created_at)::float8 / 86400 end) as cycle,
 percentile_cont(0.5) within group (order by case when v.left_at >= ${from} and v.stage_type = 'open' then v.working_days::float8 end) as dwell
 from mine m join ${visits} v on v.record = m.id and v.pipeline = ${id} where v.entered_at >= ${from} or v.left_at >= ${from} group by 1)
select o.is_pilot, o.open, coalesce(s.moves, 0)::integer as moves, coalesce(s.overridden, 0)::integer as overridden, coalesce(s.won, 0)::integer as won, coalesce(s.lost, 0)::integer as lost, s.cycle, s.dwell
from opened o left join seen s on s.is_pilot = o.is_pilot`,
    values: params.values,
  });
}
