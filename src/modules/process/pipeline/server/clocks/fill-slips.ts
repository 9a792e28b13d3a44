import {
  type Context,
  answering,
  command,
  doing,
  momentOf,
  statement,
  tablesOf,
} from "../../../../../engine/public.ts";
import { integer, text, uuid } from "../../../../../platform/db/columns.ts";
import { sql } from "../../../../../platform/db/sql.ts";
import { workingDates } from "../../../../../shared/expression/working-days.ts";
import { countSlips } from "./slip.derive.ts";

export const FILL_SLIPS = "pipeline.fill_slips";
const BATCH = 500;

/** Records that are older than this clock get theirs from the log, once, beside the running program. */
export async function fillSlipsOnce(context: Context): Promise<void> {
  for (const object of await unfilled(context)) {
    const table = tablesOf(context.workspace).record(object);
    const [row] = await context.db.query(answering({ id: uuid }, sql`select id from ${table} limit 1`));
    if (row) return context.services.jobs.enqueue(FILL_SLIPS, {}, { key: "slips" });
    await remember(context, object);
  }
}
async function unfilled(context: Context): Promise<readonly string[]> {
  const rows = await context.db.query(filledObjects(context.workspace));
  const done = new Set(rows.map(({ object }) => object));
  return [...context.catalog.objects.values()].flatMap((object) =>
    countSlips.applies(object) && !done.has(object.name) ? [object.name] : [],
  );
}
export const filledObjects = statement(
  { object: text },
  ({ system }) => sql`select object from ${system("slips_filled")}`,
);
export const noteFilled = command(
  ({ system }, object: string) =>
    sql`insert into ${system("slips_filled")} (object) values (${object}) on conflict do nothing`,
);
const remember = ({ db, workspace }: Context, object: string) => db.query(noteFilled(workspace, object));

/** The dates stand once in the statement, as there are thousands of them. */
export const slipsOf = statement(
  { record: uuid, count: integer, days: integer },
  ({ system }, object: string, dates: readonly string[]) =>
    sql`with working as (select ${dates}::date[] as days)
select c.record, count(*)::integer as count, sum(greatest(width_bucket((c.after ->> 'close_date')::date, w.days) - width_bucket((c.before ->> 'close_date')::date, w.days), 0))::integer as days
from ${system("changes")} c cross join working w where c.object = ${object} and c.kind = 'update' and c.before ->> 'close_date' < c.after ->> 'close_date'
and exists (select 1 from ${system("stage_visit")} v where v.record = c.record and v.stage_type = 'open' and v.entered_at <= c.at and (v.left_at is null or v.left_at > c.at))
group by c.record`,
);

/**
 * What was put off while the record was open: moves of the date beside a change of stage are closings, not
 * slips. A record written since has its own count.
 */
export async function fillSlips(context: Context): Promise<void> {
  const dates = workingDates(momentOf(context));
  for (const object of await unfilled(context)) {
    const slips = await context.db.query(slipsOf(context.workspace, object, dates));
    const table = tablesOf(context.workspace).record(object);
    for (let from = 0; from < slips.length; from += BATCH) {
      const part = slips.slice(from, from + BATCH);
      await context.db.query(
        doing(sql`update ${table} t set slip_count = s.count, slip_days = s.days
from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as s(record uuid, count bigint, days bigint) where t.id = s.record and t.slip_count is null`),
      );
    }
    await remember(context, object);
  }
}
