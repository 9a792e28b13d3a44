import { type CompanySettings, type Workspace, statement } from "../../../../engine/public.ts";
import type { Database } from "../../../../platform/db/database.ts";
import type { Language } from "../../../../shared/i18n/label.ts";
import { type CalendarException, calendarOf } from "../../../../shared/time/working-calendar.ts";
import { DEFAULT_HOURS, readHours } from "../../../../shared/time/week-hours.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { json, orNull, text, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const DEFAULT_COMPANY = {
  name: "",
  currency: "CNY",
  zone: "Asia/Shanghai",
  language: "zh-CN",
} as const;
export const companyWithDays = statement(
  {
    name: orNull(text),
    currency: orNull(text),
    zone: orNull(text),
    language: orNull(word<Language>()),
    days: json<readonly CalendarException[]>(),
    hours: json<unknown>(),
  },
  ({ record }) => sql`select c.name, c.currency, c.zone, c.language,
        (select coalesce(jsonb_agg(jsonb_build_object('date', d.date, 'working', coalesce(d.working, false))), '[]') from ${record("calendar_day")} d where d.deleted_at is null) as days,
        coalesce((select w.hours from ${record("working_calendar")} w where w.deleted_at is null and w.department is null order by w.created_at, w.id limit 1), '{}') as hours
      from (select 1) one left join lateral (select * from ${record("company")} where deleted_at is null order by created_at, id limit 1) c on true`,
);
const MOST_WORKSPACES = 500;
const settings = new WeakMap<Database, BoundedCache<CompanySettings>>();

/**
 * The company's settings and working calendar, or the defaults before setup. With a definitions version (from
 * `authenticate`) an earlier answer under it serves.
 */
export async function companySettings(
  db: Database,
  workspace: Workspace,
  definitionsVersion?: number,
): Promise<CompanySettings> {
  const cache = settings.get(db) ?? new BoundedCache<CompanySettings>(MOST_WORKSPACES);
  settings.set(db, cache);
  const key = `${workspace.schema} ${definitionsVersion}`;
  const known = definitionsVersion === undefined ? undefined : cache.get(key);
  if (known) return known;
  const read = await readSettings(db, workspace);
  if (definitionsVersion !== undefined) cache.set(key, read);
  return read;
}

async function readSettings(db: Database, workspace: Workspace): Promise<CompanySettings> {
  const [row] = await db.query(companyWithDays(workspace));
  return {
    name: row?.name ?? DEFAULT_COMPANY.name,
    currency: row?.currency ?? DEFAULT_COMPANY.currency,
    zone: row?.zone ?? DEFAULT_COMPANY.zone,
    language: row?.language ?? DEFAULT_COMPANY.language,
    calendar: calendarOf(row?.days ?? [], readHours(row?.hours) ?? DEFAULT_HOURS),
  };
}
