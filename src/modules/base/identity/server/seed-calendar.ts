import { type Context, asProgram, creating, statement } from "../../../../engine/public.ts";
import { calendarDay } from "../../../../objects/system/calendar-day/calendar-day.object.ts";
import { chineseHolidays } from "../../../../shared/time/chinese-holidays.ts";
import { writeAll } from "./write.ts";
import { integer, orNull, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

const YEARS_BACK = 10;
const CHINA = ["Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Harbin", "PRC"];

export const zoneOfCompany = statement(
  { zone: orNull(text) },
  ({ record }) => sql`select zone from ${record("company")} where deleted_at is null limit 1`,
);
export const yearsKnown = statement(
  { year: orNull(integer) },
  ({ record }) => sql`select distinct extract(year from date)::int as year from ${record("calendar_day")}`,
);

/**
 * Fills the calendar of a company in China with the announced holidays of years that have no entry yet; what
 * was edited or deleted stays so.
 */
export async function seedCalendar(context: Context): Promise<void> {
  const { db, workspace, now, company } = context;
  const [found] = await db.query(zoneOfCompany(workspace));
  if (!found?.zone || !CHINA.includes(found.zone)) return;
  const rows = await db.query(yearsKnown(workspace));
  const known = new Set(rows.map(({ year }) => year));
  const thisYear = Number(now.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => thisYear - YEARS_BACK + index).filter(
    (year) => !known.has(year),
  );
  // A year at a time, so that one cut off by a crash is whole or not there.
  for (const year of years) {
    const operations = chineseHolidays(year, year).map(({ date, working, name }) =>
      creating(calendarDay, { date, working, name: name[company.language] }),
    );
    const written = await writeAll(asProgram(context, "holidays are seeded"), "setup", operations);
    if (!written.ok && written.refusal.status !== 409)
      throw new Error(`holidays: ${written.refusal.code} ${JSON.stringify(written.refusal.reasons)}`);
  }
}
