import {
  type CallOf,
  type Context,
  type Result,
  accept,
  systemTable,
  tableOf,
  titlesFor,
} from "../../../../engine/public.ts";
import { inOrder } from "../../pipeline/shared/public.ts";
import type * as reports from "../shared/gate-reports.contract.ts";
import { readPeriod, noPipeline, readPipeline } from "../../pipeline/public.ts";

/**
 * GET /pipelines/:id/overrides: how the gates of a pipeline are got round. `people` and `stages`: everybody
 * who moved a record or was refused, and every stage, with moves, overrides, skips, refusals and `rate`:
 * moves with an override or a skip ÷ moves. A record that a person is refused for a stage counts once a day,
 * a refused creation each time. `groups`: by person, stage and road, those
 * that have any. `data`: the newest overrides and skips.
 */
export async function countOverrides(
  context: Context,
  { params, query }: CallOf<typeof reports.countOverrides>,
): Promise<Result<reports.Overrides>> {
  const pipeline = await readPipeline(context.db, context, params.id);
  if (!pipeline) return noPipeline();
  const period = readPeriod(query);
  if (!period.ok) return period;
  const values = [pipeline.id, period.value.from, period.value.to];
  const [groups, people, stages, data] = await Promise.all([
    context.db.query<reports.RoadCounted>({ text: byRoad(context), values }),
    context.db.query<reports.PersonCounted>({
      text: rates(
        context,
        "person",
        `left join ${tableOf(context.workspace, "user")} u on u.id = x.person`,
        ", max(u.name) as name",
      ),
      values,
    }),
    context.db.query<reports.StageCounted>({ text: rates(context, "stage", "", ""), values }),
    newest(context, values),
  ]);
  const order = inOrder(pipeline.definition?.stages ?? []).map(({ name }) => name);
  return accept({
    groups,
    people,
    stages: stages.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage)),
    data,
  });
}

const within = (table: string, moment: string): string =>
  `${table}.pipeline = $1::uuid and ($2::timestamptz is null or ${table}.${moment} >= $2::timestamptz) and ($3::timestamptz is null or ${table}.${moment} < $3::timestamptz)`;
const IS_BYPASS = "v.override is not null or v.skipped is not null";

function rates({ workspace }: Context, key: "person" | "stage", join: string, more: string): string {
  return `select x.${key}${more}, sum(x.moves)::integer as moves, sum(x.overrides)::integer as overrides, sum(x.skips)::integer as skips, sum(x.bypasses)::integer as bypasses, sum(x.refusals)::integer as refusals,
  round(sum(x.bypasses)::numeric / nullif(sum(x.moves), 0), 4)::text as rate
from (select v.entered_by as person, v.stage, count(*) as moves, count(v.override) as overrides, count(v.skipped) as skips, count(*) filter (where ${IS_BYPASS}) as bypasses, 0 as refusals
    from ${systemTable(workspace, "stage_visit")} v where ${within("v", "entered_at")} group by v.entered_by, v.stage
  union all select r.tried_by, r.stage, 0, 0, 0, 0, sum(case when r.record is null then r.times else 1 end) from ${systemTable(workspace, "gate_refusal")} r where ${within("r", "tried_at")} group by r.tried_by, r.stage) x
${join} group by x.${key} order by bypasses desc, refusals desc, x.${key} limit 500`;
}

function byRoad({ workspace }: Context): string {
  return `select v.entered_by as person, max(u.name) as name, v.stage, v.road, count(*) as moves, count(v.override) as overrides, count(v.skipped) as skips,
  count(*) filter (where ${IS_BYPASS}) as bypasses from ${systemTable(workspace, "stage_visit")} v left join ${tableOf(workspace, "user")} u on u.id = v.entered_by
where ${within("v", "entered_at")} group by v.entered_by, v.stage, v.road having count(*) filter (where ${IS_BYPASS}) > 0 order by bypasses desc, v.stage limit 500`;
}

async function newest(
  context: Context,
  values: readonly (string | null)[],
): Promise<readonly reports.Bypass[]> {
  const { db, workspace } = context;
  const rows = await db.query<Omit<reports.Bypass, "title">>({
    text: `select v.record, v.object, v.stage, v.entered_by, u.name as entered_by_name, v.entered_at, v.road, v.override as reason, v.override_unmet as unmet, v.skipped
from ${systemTable(workspace, "stage_visit")} v left join ${tableOf(workspace, "user")} u on u.id = v.entered_by where ${within("v", "entered_at")} and (${IS_BYPASS}) order by v.entered_at desc limit 100`,
    values: [...values],
  });
  const titles = await titlesFor(
    context,
    rows.map(({ object, record }) => ({ object, id: record })),
  );
  return rows.map((row) => ({ ...row, title: titles.get(row.record) ?? null }));
}
