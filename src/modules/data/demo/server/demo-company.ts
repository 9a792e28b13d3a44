import {
  type Context,
  type Operation,
  creating,
  deleting,
  findReferring,
  referrersOf,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { company } from "../../../../objects/system/company/company.object.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { chineseHolidays } from "../../../../shared/time/chinese-holidays.ts";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import { isUnnamedCompany, seedCalendar } from "../../../base/identity/public.ts";
import { writeDemo } from "./write-demo.ts";

const NAMES = {
  "zh-CN": "澜石智能仪表（苏州）有限公司",
  en: "Lanshi Instruments (Suzhou) Co., Ltd.",
} as const;
export const isDemoCompany = (name: string): boolean => Object.values<string>(NAMES).includes(name);

const named = { id: uuid, name: sure(text) };
export const ownCompany = statement(
  named,
  ({ record }) => sql`select id, name from ${record("company")} where deleted_at is null limit 1`,
);

/**
 * Before anybody has set the company up there is none, and no working calendar to count days in stages by.
 * One that nobody has named yet gets the demo company's name.
 */
export async function withCompany(context: Context): Promise<Context> {
  const [found] = await context.db.query(ownCompany(context.workspace));
  const { currency, zone } = context.company;
  const { language } = found ? context.company : context;
  const name = NAMES[language];
  const write = (operation: Operation) => context.db.transaction((tx) => writeDemo(tx, context, [operation]));
  if (found) {
    if (isUnnamedCompany(found.name)) await write(updating(company, found.id, { name }));
    return context;
  }
  await write(creating(company, { name, currency, zone, language }));
  const year = Number(context.now.slice(0, 4));
  const founded: Context = {
    ...context,
    company: {
      ...context.company,
      name,
      language,
      calendar: calendarOf(chineseHolidays(year - 3, year + 1)),
    },
  };
  // Before the first stay is counted by it: a replay of the log counts by the calendar that the log had told
  // of until then.
  await seedCalendar(founded);
  return founded;
}

export const topsBeside = statement(
  named,
  ({ record }, root: string) =>
    sql`select id, name from ${record("department")} where parent is null and deleted_at is null and id <> ${root}`,
);
export const peopleIn = statement(
  { id: uuid },
  ({ record }, departments: readonly string[]) =>
    sql`select id from ${record("user")} where department = any(${departments}::uuid[]) and deleted_at is null`,
);

/** Those who were there before, in a department that nobody has named, belong to the demo company now. */
export async function joinUnnamed(context: Context, root: string): Promise<readonly Operation[]> {
  const { db, workspace, catalog } = context;
  const tops = await db.query(topsBeside(workspace, root));
  const unnamed = tops.filter(({ name }) => isUnnamedCompany(name)).map(({ id }) => id);
  const known = catalog.object("department");
  const holding = known
    ? referrersOf(catalog, known).filter(({ object, action }) => object !== "user" && action === "refuse")
    : [];
  const held = new Set(
    (known ? await findReferring(db, context, known, holding, unnamed) : []).map(({ target }) => target),
  );
  const people = await db.query(peopleIn(workspace, unnamed));
  return [
    ...people.map(({ id }) => updating(user, id, { department: root })),
    ...unnamed.filter((id) => !held.has(id)).map((id) => deleting(department, id)),
  ];
}
