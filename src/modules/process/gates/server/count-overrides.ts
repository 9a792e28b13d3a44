import {
  type CallOf,
  type Context,
  type Result,
  type Tables,
  accept,
  statement,
  titlesFor,
} from "../../../../engine/public.ts";
import {
  arrayOf,
  bigint,
  integer,
  json,
  orNull,
  text,
  timestamptz,
  uuid,
} from "../../../../platform/db/columns.ts";
import { NOTHING, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
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
  const asked = { pipeline: pipeline.id, ...period.value };
  const [groups, people, stages, data] = await Promise.all([
    context.db.query(byRoad(context.workspace, asked)),
    context.db.query(byPerson(context.workspace, asked)),
    context.db.query(byStage(context.workspace, asked)),
    newest(context, asked),
  ]);
  const order = inOrder(pipeline.definition?.stages ?? []).map(({ name }) => name);
  return accept({
    groups,
    people,
    stages: stages.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage)),
    data,
  });
}

interface Asked {
  readonly pipeline: string;
  readonly from: string | null;
  readonly to: string | null;
}
const [VISITED, TRIED] = [
  { of: spelled("v.pipeline"), at: spelled("v.entered_at") },
  { of: spelled("r.pipeline"), at: spelled("r.tried_at") },
];
const within = ({ of, at }: { readonly of: Sql; readonly at: Sql }, { pipeline, from, to }: Asked): Sql =>
  sql`${of} = ${pipeline}::uuid and (${from}::timestamptz is null or ${at} >= ${from}::timestamptz) and (${to}::timestamptz is null or ${at} < ${to}::timestamptz)`;
const IS_BYPASS = sql`v.override is not null or v.skipped is not null`;

const counted = {
  moves: integer,
  overrides: integer,
  skips: integer,
  bypasses: integer,
  refusals: integer,
  rate: orNull(text),
};
function rates({ system }: Tables, key: Sql, join: Sql, more: Sql, asked: Asked): Sql {
  return sql`select x.${key}${more}, sum(x.moves)::integer as moves, sum(x.overrides)::integer as overrides, sum(x.skips)::integer as skips, sum(x.bypasses)::integer as bypasses, sum(x.refusals)::integer as refusals,
  round(sum(x.bypasses)::numeric / nullif(sum(x.moves), 0), 4)::text as rate
from (select v.entered_by as person, v.stage, count(*) as moves, count(v.override) as overrides, count(v.skipped) as skips, count(*) filter (where ${IS_BYPASS}) as bypasses, 0 as refusals
    from ${system("stage_visit")} v where ${within(VISITED, asked)} group by v.entered_by, v.stage
  union all select r.tried_by, r.stage, 0, 0, 0, 0, sum(case when r.record is null then r.times else 1 end) from ${system("gate_refusal")} r where ${within(TRIED, asked)} group by r.tried_by, r.stage) x
${join} group by x.${key} order by bypasses desc, refusals desc, x.${key} limit 500`;
}

export const byPerson = statement(
  { person: orNull(uuid), name: orNull(text), ...counted },
  (tables, asked: Asked) =>
    rates(
      tables,
      sql`person`,
      sql`left join ${tables.record("user")} u on u.id = x.person`,
      sql`, max(u.name) as name`,
      asked,
    ),
);
export const byStage = statement({ stage: text, ...counted }, (tables, asked: Asked) =>
  rates(tables, sql`stage`, NOTHING, NOTHING, asked),
);
export const byRoad = statement(
  {
    person: orNull(uuid),
    name: orNull(text),
    stage: text,
    road: text,
    moves: bigint,
    overrides: bigint,
    skips: bigint,
    bypasses: bigint,
  },
  ({ system, record }, asked: Asked) =>
    sql`select v.entered_by as person, max(u.name) as name, v.stage, v.road, count(*) as moves, count(v.override) as overrides, count(v.skipped) as skips,
  count(*) filter (where ${IS_BYPASS}) as bypasses from ${system("stage_visit")} v left join ${record("user")} u on u.id = v.entered_by
where ${within(VISITED, asked)} group by v.entered_by, v.stage, v.road having count(*) filter (where ${IS_BYPASS}) > 0 order by bypasses desc, v.stage limit 500`,
);
export const newestBypasses = statement(
  {
    record: uuid,
    object: text,
    stage: text,
    entered_by: orNull(uuid),
    entered_by_name: orNull(text),
    entered_at: timestamptz,
    road: text,
    reason: orNull(text),
    unmet: orNull(json<NonNullable<reports.Bypass["unmet"]>>()),
    skipped: orNull(arrayOf(text)),
  },
  ({ system, record }, asked: Asked) =>
    sql`select v.record, v.object, v.stage, v.entered_by, u.name as entered_by_name, v.entered_at, v.road, v.override as reason, v.override_unmet as unmet, v.skipped
from ${system("stage_visit")} v left join ${record("user")} u on u.id = v.entered_by where ${within(VISITED, asked)} and (${IS_BYPASS}) order by v.entered_at desc limit 100`,
);

async function newest(context: Context, asked: Asked): Promise<readonly reports.Bypass[]> {
  const { db, workspace } = context;
  const rows = await db.query(newestBypasses(workspace, asked));
  const titles = await titlesFor(
    context,
    rows.map(({ object, record }) => ({ object, id: record })),
  );
  return rows.map((row) => ({ ...row, title: titles.get(row.record) ?? null }));
}
