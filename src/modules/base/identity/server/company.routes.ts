import {
  type Context,
  type Operation,
  type Route,
  accept,
  creating,
  deleting,
  elevate,
  roadIn,
  serve,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { boolean, date, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { calendarDay } from "../../../../objects/system/calendar-day/calendar-day.object.ts";
import { company } from "../../../../objects/system/company/company.object.ts";
import {
  type CalendarDay,
  type CalendarYear,
  type CompanySettingsAnswer,
  changeCompanySettings,
  keepCalendar,
  readCalendar,
  readCompanySettings,
} from "../shared/company.contract.ts";
import { DEFAULT_COMPANY, companySettings } from "./company-settings.ts";
import { digestSettings } from "./digest-settings.ts";
import { deny } from "./refusals.ts";
import { writeAll } from "./write.ts";

const readCompany = async ({ db, workspace }: Context): Promise<CompanySettingsAnswer> => {
  const { name, currency, zone, language } = await companySettings(db, workspace);
  const { on, at } = await digestSettings(db, workspace);
  return { name, currency, zone, language, stalled_digest: on, stalled_digest_at: at };
};

const readRoute = serve(readCompanySettings, {}, async (context) =>
  accept({ data: await readCompany(context) }),
);

export const ownCompany = statement(
  { id: uuid },
  ({ record }) => sql`select id from ${record("company")} where deleted_at is null limit 1`,
);
export const daysOfYear = statement(
  { id: uuid, date: sure(date), working: boolean, name: sure(text) },
  ({ record }, year: number) =>
    sql`select id, date, coalesce(working, false) as working, name from ${record("calendar_day")} where deleted_at is null and date between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) order by date`,
);

const patchRoute = serve(changeCompanySettings, { ability: "settings.manage" }, async (context, { body }) => {
  const [found] = await context.db.query(ownCompany(context.workspace));
  const { name, ...defaults } = DEFAULT_COMPANY;
  const operation: Operation = found
    ? updating(company, found.id, { ...body })
    : creating(company, { ...defaults, name: name || "Sluice", ...body });
  const written = await writeAll(
    elevate(context, "who may manage settings writes the company, whatever their roles say", ["company"]),
    roadIn(context),
    [operation],
  );
  return written.ok ? accept({ data: await readCompany(context) }) : written;
});

const daysOf = (
  { db, workspace }: Context,
  year: number,
): Promise<(CalendarDay & { readonly id: string })[]> => db.query(daysOfYear(workspace, year));
const shown = (year: number, days: readonly CalendarDay[]): CalendarYear => ({
  data: { year, days: days.map(({ date, working, name }): CalendarDay => ({ date, working, name })) },
});
const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1900 && year <= 2200;

const calendarRoute = serve(readCalendar, {}, async (context, { query }) => {
  const year = Number(query.year ?? context.now.slice(0, 4));
  return isYear(year) ? accept(shown(year, await daysOf(context, year))) : deny(400, "malformed");
});

const putCalendarRoute = serve(
  keepCalendar,
  { ability: "settings.manage" },
  async (context, { query, body }) => {
    const year = Number(query.year ?? body.year ?? context.now.slice(0, 4));
    const { days } = body;
    const dates = new Set(days.map(({ date }) => date));
    if (!isYear(year) || dates.size < days.length || days.some(({ date }) => !date.startsWith(`${year}-`)))
      return deny(400, "malformed");
    const written = await writeAll(
      elevate(context, "who may manage settings writes the calendar, whatever their roles say", [
        "calendar_day",
      ]),
      roadIn(context),
      differences(await daysOf(context, year), days),
    );
    return written.ok ? accept(shown(year, await daysOf(context, year))) : written;
  },
);

/** Only what differs is written, so that the history of the calendar stays readable. */
function differences(
  kept: readonly (CalendarDay & { readonly id: string })[],
  wanted: readonly CalendarDay[],
): readonly Operation[] {
  const byDate = new Map(kept.map((day) => [day.date, day]));
  const dates = new Set(wanted.map(({ date }) => date));
  const removed = kept.filter(({ date }) => !dates.has(date)).map(({ id }) => deleting(calendarDay, id));
  const written = wanted.map(({ date, working, name }): Operation => {
    const day = byDate.get(date);
    return day
      ? updating(calendarDay, day.id, { working, name })
      : creating(calendarDay, { date, working, name });
  });
  return [...removed, ...written];
}

export const companyRoutes: readonly Route[] = [readRoute, patchRoute, calendarRoute, putCalendarRoute];
