import { type Context, momentOf, systemTable, tableOf } from "../../../../../engine/public.ts";
import { workingDates } from "../../../../../shared/expression/working-days.ts";
import { countSlips } from "./slip.derive.ts";

export const FILL_SLIPS = "pipeline.fill_slips";
const BATCH = 500;

/** Records that are older than this clock get theirs from the log, once, beside the running program. */
export async function fillSlipsOnce(context: Context): Promise<void> {
  for (const object of await unfilled(context)) {
    const [row] = await context.db.query({
      text: `select 1 from ${tableOf(context.workspace, object)} limit 1`,
    });
    if (row) return context.services.jobs.enqueue(FILL_SLIPS, {}, { key: "slips" });
    await remember(context, object);
  }
}
async function unfilled(context: Context): Promise<readonly string[]> {
  const rows = await context.db.query<{ object: string }>({
    text: `select object from ${systemTable(context.workspace, "slips_filled")}`,
  });
  const done = new Set(rows.map(({ object }) => object));
  return [...context.catalog.objects.values()].flatMap((object) =>
    countSlips.applies(object) && !done.has(object.name) ? [object.name] : [],
  );
}
const remember = (context: Context, object: string) =>
  context.db.query({
    text: `insert into ${systemTable(context.workspace, "slips_filled")} (object) values ($1) on conflict do nothing`,
    values: [object],
  });

/**
 * What was put off while the record was open: moves of the date beside a change of stage are closings, not
 * slips. A record written since has its own count.
 */
export async function fillSlips(context: Context): Promise<void> {
  const dates = workingDates(momentOf(context));
  for (const object of await unfilled(context)) {
    const slips = await context.db.query<{ record: string; count: number; days: number }>({
      text: `select c.record, count(*)::integer as count, sum(greatest(width_bucket((c.after ->> 'close_date')::date, $2::date[]) - width_bucket((c.before ->> 'close_date')::date, $2::date[]), 0))::integer as days
from ${systemTable(context.workspace, "changes")} c where c.object = $1 and c.kind = 'update' and c.before ->> 'close_date' < c.after ->> 'close_date'
and exists (select 1 from ${systemTable(context.workspace, "stage_visit")} v where v.record = c.record and v.stage_type = 'open' and v.entered_at <= c.at and (v.left_at is null or v.left_at > c.at))
group by c.record`,
      values: [object, dates],
    });
    for (let from = 0; from < slips.length; from += BATCH) {
      const part = slips.slice(from, from + BATCH);
      await context.db.query({
        text: `update ${tableOf(context.workspace, object)} t set slip_count = s.count, slip_days = s.days
from unnest($1::uuid[], $2::bigint[], $3::bigint[]) s(record, count, days) where t.id = s.record and t.slip_count is null`,
        values: [
          part.map(({ record }) => record),
          part.map(({ count }) => count),
          part.map(({ days }) => days),
        ],
      });
    }
    await remember(context, object);
  }
}
