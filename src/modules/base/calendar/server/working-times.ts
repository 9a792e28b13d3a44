import { type Catalog, type Context, statement } from "../../../../engine/public.ts";
import { json } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { readHours } from "../../../../shared/time/week-hours.ts";
import { type Absence, type WorkingTime, workingTimeOf } from "../../../../shared/time/working-time.ts";

/** Whose hours count: a person's, without their absences; else a department's; else the company's. */
export interface Worker {
  readonly user: string | null;
  readonly department: string | null;
}
export type WorkingTimes = (worker: Worker) => WorkingTime;

interface Kept {
  readonly calendars: readonly { readonly department: string; readonly hours: unknown }[];
  readonly departments: readonly { readonly id: string; readonly parent: string | null }[];
  readonly absences: readonly { readonly user: string; readonly from: string; readonly until: string }[];
}
/** Absences that ended longer ago concern no time limit that still runs. */
export const hoursKept = statement(
  {
    calendars: json<Kept["calendars"]>(),
    departments: json<Kept["departments"]>(),
    absences: json<Kept["absences"]>(),
  },
  ({ record }) => sql`select
    (select coalesce(jsonb_agg(jsonb_build_object('department', w.department, 'hours', w.hours) order by w.created_at desc, w.id), '[]')
      from ${record("working_calendar")} w where w.deleted_at is null and w.department is not null) as calendars,
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'parent', d.parent)), '[]')
      from ${record("department")} d where exists (select from ${record("working_calendar")} w where w.deleted_at is null and w.department is not null)) as departments,
    (select coalesce(jsonb_agg(jsonb_build_object('user', a."user",
        'from', to_char(a."from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'until', to_char(a.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))), '[]')
      from ${record("absence")} a where a.deleted_at is null and a."user" is not null and a.until > now() - interval '400 days') as absences`,
);

/** Whatever changes them raises the version of the definitions, and with it comes a catalog of its own. */
const known = new WeakMap<Catalog, Promise<WorkingTimes>>();

/** The working time of anybody. Nothing is asked as long as no calendar and no absence has changed. */
export function workingTimes(context: Context): Promise<WorkingTimes> {
  const found = known.get(context.catalog) ?? load(context);
  known.set(context.catalog, found);
  found.catch(() => known.delete(context.catalog));
  return found;
}

async function load({ db, workspace, company }: Context): Promise<WorkingTimes> {
  const [kept] = await db.query(hoursKept(workspace));
  const { zone, calendar } = company;
  const parents = new Map(kept?.departments.map(({ id, parent }) => [id, parent]));
  const calendars = new Map(
    (kept?.calendars ?? []).flatMap(({ department, hours }) => {
      const read = readHours(hours);
      return read ? [[department, { ...calendar, hours: read }] as const] : [];
    }),
  );
  const absences = new Map<string, Absence[]>();
  for (const { user, from, until } of kept?.absences ?? [])
    absences.set(user, [...(absences.get(user) ?? []), { from, until }]);
  const calendarOf = (department: string | null): string | null => {
    const seen = new Set<string>();
    for (let at = department; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (calendars.has(at)) return at;
      seen.add(at);
    }
    return null;
  };
  const made = new Map<string, WorkingTime>();
  return ({ user, department }) => {
    const of = calendarOf(department);
    const away = user === null ? undefined : absences.get(user);
    const key = `${of} ${away ? user : ""}`;
    const time =
      made.get(key) ??
      workingTimeOf({ calendar: (of && calendars.get(of)) || calendar, zone, absences: away ?? [] });
    made.set(key, time);
    return time;
  };
}
