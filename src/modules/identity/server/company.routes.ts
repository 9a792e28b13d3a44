import { roadIn } from "../../../engine/api/road.ts";
import { Type } from "@sinclair/typebox";
import { label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import type { Operation } from "../../../engine/record/contract.ts";
import { accept } from "../../../engine/refusal.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import type { CalendarDay, CompanySettingsAnswer } from "../shared/wire.ts";
import { withRightsOn } from "./acting.ts";
import { companySettings, DEFAULT_COMPANY } from "./company-settings.ts";
import { digestSettings } from "./digest-settings.ts";
import { bodyOf, deny } from "./refusals.ts";
import { writeAll } from "./write.ts";

const readCompany = async ({ db, workspace }: Context): Promise<CompanySettingsAnswer> => {
  const { name, currency, zone, language } = await companySettings(db, workspace);
  const { on, at } = await digestSettings(db, workspace);
  return { name, currency, zone, language, stalled_digest: on, stalled_digest_at: at };
};
const CompanyPatch = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    currency: Type.Optional(Type.String({ minLength: 3, maxLength: 3 })),
    zone: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    language: Type.Optional(Type.Union([Type.Literal("zh-CN"), Type.Literal("en")])),
    stalled_digest: Type.Optional(Type.Boolean()),
    stalled_digest_at: Type.Optional(Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" })),
  },
  { additionalProperties: false },
);

const readRoute: Route = {
  method: "GET",
  path: "/settings/company",
  summary: label("公司设置", "Company settings"),
  tag: "settings",
  run: async (context) => accept({ data: await readCompany(context) }),
};

const patchRoute: Route = {
  method: "PATCH",
  path: "/settings/company",
  summary: label("修改公司设置", "Change company settings"),
  tag: "settings",
  ability: "settings.manage",
  body: CompanyPatch,
  run: async (context, { body }) => {
    const given = bodyOf(CompanyPatch, body);
    if (!given.ok) return given;
    const [found] = await context.db.query<{ id: string }>({
      text: `select id from ${tableOf(context.workspace, "company")} where deleted_at is null limit 1`,
    });
    const { name, ...defaults } = DEFAULT_COMPANY;
    const operation: Operation = found
      ? { op: "update", object: "company", id: found.id, values: { ...given.value } }
      : { op: "create", object: "company", values: { ...defaults, name: name || "Sluice", ...given.value } };
    const written = await writeAll(withRightsOn(context, ["company"]), roadIn(context), [operation]);
    return written.ok ? accept({ data: await readCompany(context) }) : written;
  },
};

const daysOf = (
  { db, workspace }: Context,
  year: number,
): Promise<(CalendarDay & { readonly id: string })[]> =>
  db.query<CalendarDay & { readonly id: string }>({
    text: `select id, date, coalesce(working, false) as working, name from ${tableOf(workspace, "calendar_day")} where deleted_at is null and date between make_date($1, 1, 1) and make_date($1, 12, 31) order by date`,
    values: [year],
  });
const shown = (year: number, days: readonly CalendarDay[]) => ({
  data: { year, days: days.map(({ date, working, name }): CalendarDay => ({ date, working, name })) },
});
const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1900 && year <= 2200;

const calendarRoute: Route = {
  method: "GET",
  path: "/settings/calendar",
  summary: label("某年与周一至周五不同的日子", "Days of a year that differ from Monday to Friday"),
  tag: "settings",
  query: Type.Object({ year: Type.Optional(Type.String({ pattern: "^\\d{4}$" })) }),
  run: async (context, { query }) => {
    const year = Number(query["year"] ?? context.now.slice(0, 4));
    return isYear(year) ? accept(shown(year, await daysOf(context, year))) : deny(400, "malformed");
  },
};

const CalendarBody = Type.Object(
  {
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })),
    days: Type.Array(
      Type.Object(
        {
          date: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
          working: Type.Boolean(),
          name: Type.String({ minLength: 1, maxLength: 100 }),
        },
        { additionalProperties: false },
      ),
      { maxItems: 366 },
    ),
  },
  { additionalProperties: false },
);

const putCalendarRoute: Route = {
  method: "PUT",
  path: "/settings/calendar",
  summary: label("保存某年的工作日历（整年替换）", "Keep the calendar of a year (replaced as a whole)"),
  tag: "settings",
  ability: "settings.manage",
  query: Type.Object({ year: Type.Optional(Type.String({ pattern: "^\\d{4}$" })) }),
  body: CalendarBody,
  run: async (context, { query, body }) => {
    const given = bodyOf(CalendarBody, body);
    if (!given.ok) return given;
    const year = Number(query["year"] ?? given.value.year ?? context.now.slice(0, 4));
    const { days } = given.value;
    const dates = new Set(days.map(({ date }) => date));
    if (!isYear(year) || dates.size < days.length || days.some(({ date }) => !date.startsWith(`${year}-`)))
      return deny(400, "malformed");
    const written = await writeAll(
      withRightsOn(context, ["calendar_day"]),
      roadIn(context),
      differences(await daysOf(context, year), days),
    );
    return written.ok ? accept(shown(year, await daysOf(context, year))) : written;
  },
};

/** Only what differs is written, so that the history of the calendar stays readable. */
function differences(
  kept: readonly (CalendarDay & { readonly id: string })[],
  wanted: readonly CalendarDay[],
): readonly Operation[] {
  const byDate = new Map(kept.map((day) => [day.date, day]));
  const dates = new Set(wanted.map(({ date }) => date));
  const removed = kept
    .filter(({ date }) => !dates.has(date))
    .map(({ id }): Operation => ({ op: "delete", object: "calendar_day", id }));
  const written = wanted.map(({ date, working, name }): Operation => {
    const day = byDate.get(date);
    return day
      ? { op: "update", object: "calendar_day", id: day.id, values: { working, name } }
      : { op: "create", object: "calendar_day", values: { date, working, name } };
  });
  return [...removed, ...written];
}

export const companyRoutes: readonly Route[] = [readRoute, patchRoute, calendarRoute, putCalendarRoute];
