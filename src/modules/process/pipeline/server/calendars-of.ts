import { type Context, type LoggedChange, statement } from "../../../../engine/public.ts";
import { bigint, json, text, uuid, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { calendarDay } from "../../../../objects/system/calendar-day/calendar-day.object.ts";
import { company } from "../../../../objects/system/company/company.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import { dayIn } from "../../../../shared/time/zone.ts";

/**
 * Counts the working days between two moments by the calendar and zone that held at a position of the log.
 */
export type CalendarAt = (seq: number) => (from: string, to: string) => number;

export const calendarChanges = statement(
  {
    seq: bigint,
    object: text,
    record: uuid,
    kind: word<LoggedChange["kind"]>(),
    after: json<LoggedChange["after"]>(),
  },
  ({ system }) =>
    sql`select seq, object, record, kind, after from ${system("changes")} where object in ('calendar_day', 'company') order by seq`,
);

/** The company's calendars, as the log tells of them. */
export async function calendarsOf(db: Executor, context: Context): Promise<CalendarAt> {
  const changes = await db.query(calendarChanges(context.workspace));
  const days = new Map<string, { date: string; working: boolean; deleted: boolean }>();
  const states: { readonly from: number; readonly count: (from: string, to: string) => number }[] = [];
  let zone = "Asia/Shanghai";
  const remember = (from: number): void => {
    const calendar = calendarOf([...days.values()].filter(({ deleted }) => !deleted));
    const here = zone;
    states.push({
      from,
      count: (start, end) => Math.max(0, calendar.between(dayIn(here, start), dayIn(here, end))),
    });
  };
  remember(0);
  changes.forEach(({ seq, object, record, kind, after }, index) => {
    if (object === "company") zone = partOf(company, after).zone ?? zone;
    else {
      const known = days.get(record) ?? { date: "", working: false, deleted: false };
      const day = partOf(calendarDay, after);
      const date = day.date ?? known.date;
      const working = "working" in after ? day.working === true : known.working;
      days.set(record, {
        date,
        working,
        deleted: kind === "delete" || (kind !== "restore" && known.deleted),
      });
    }
    // A year of holidays comes as one row of changes behind the other.
    if (changes[index + 1]?.seq !== seq + 1) remember(seq);
  });
  return (seq) => {
    let low = 0;
    let high = states.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((states[middle]?.from ?? 0) <= seq) low = middle;
      else high = middle - 1;
    }
    return states[low]?.count ?? (() => 0);
  };
}
