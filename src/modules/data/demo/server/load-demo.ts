import {
  type Context,
  type Operation,
  answering,
  asProgram,
  beginWrite,
  creating,
  deleting,
  findReferring,
  referrersOf,
  saveIn,
  statement,
  tablesOf,
  updating,
} from "../../../../engine/public.ts";
import { sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { company } from "../../../../objects/system/company/company.object.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { chineseHolidays } from "../../../../shared/time/chinese-holidays.ts";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { isUnnamedCompany, seedCalendar } from "../../../base/identity/public.ts";
import { vouchFor } from "../../../process/gates/public.ts";
import { demoId, linked } from "./demo-ids.ts";
import { storeDemoFiles } from "./demo-files.ts";
import { generateCompany } from "./generate-company.ts";
import { SURVEY } from "./generate-evidence.ts";
import { type DemoRecord, FULL_SIZE } from "./record.ts";

export const DEMO_SYSTEM = "demo";
const ROOT = "department/root";
/** Few enough that a batch with its history stays far below the two seconds a transaction may take. */
const BATCH = 150;
/** Nobody else works while the demo is loaded: a slow machine may take its time. */
const SLOW_MACHINE_MS = 20_000;
const LOADING = "loading ";

/**
 * Loads the demo company through `save`, with two years of history up to the day of the first call. Safe to
 * repeat: a whole one is left as it is, one that was cut off goes on where it stopped. Gives how many records
 * were made.
 */
export async function loadDemo(given: Context, size = FULL_SIZE): Promise<number> {
  const context = await withCompany(asProgram(given, "the demo company is loaded"));
  const mark = await markOf(context);
  if (mark && !mark.startsWith(LOADING)) return 0;
  const today = mark?.slice(LOADING.length) ?? dayIn("Asia/Shanghai", context.now);
  const survey = await surveyId(context);
  // A company that had pipelines before has no such questionnaire.
  const records = generateCompany(today, context.company.language, size).filter(
    ({ object }) => survey !== null || object !== "form_response",
  );
  await storeDemoFiles(context.services.files);
  const ids = new Map([
    ...(await roleIds(context)),
    ...(survey ? [[SURVEY, survey] as const] : []),
    ...records.map((record) => [record.key, demoId(record)] as const),
  ]);
  let made = 0;
  for (const group of byObject(records)) {
    const known = await knownIds(context, group);
    const missing = group.filter((record) => !known.has(demoId(record)));
    for (let from = 0; from < missing.length; from += BATCH)
      await write(
        context,
        missing.slice(from, from + BATCH).map((record) => creation(record, ids, today)),
      );
    made += missing.length;
  }
  await write(
    context,
    records.flatMap((record): Operation[] =>
      record.later
        ? [{ op: "update", object: record.object, id: demoId(record), values: linked(record.later, ids) }]
        : [],
    ),
  );
  const root = ids.get(ROOT) ?? "";
  await write(context, [
    ...(await joinUnnamed(context, root)),
    updating(department, root, { external_id: today }),
  ]);
  return made;
}

const named = { id: uuid, name: sure(text) };
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
export const demoMark = statement(
  { external_id: sure(text) },
  ({ record }) =>
    sql`select external_id from ${record("department")} where source_system = ${DEMO_SYSTEM} and external_id is not null limit 1`,
);
export const demoSurvey = statement(
  { id: uuid },
  ({ record }) =>
    sql`select id from ${record("form")} where name = ${SURVEY.slice("form/".length)} and deleted_at is null`,
);
export const allRoles = statement(
  named,
  ({ record }) => sql`select id, name from ${record("role")} where deleted_at is null`,
);
export const ownCompany = statement(
  named,
  ({ record }) => sql`select id, name from ${record("company")} where deleted_at is null limit 1`,
);

/** Those who were there before, in a department that nobody has named, belong to the demo company now. */
async function joinUnnamed(context: Context, root: string): Promise<readonly Operation[]> {
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

function creation(record: DemoRecord, ids: ReadonlyMap<string, string>, today: string): Operation {
  const by = record.by ? ids.get(record.by) : undefined;
  return {
    op: "create",
    object: record.object,
    id: demoId(record),
    values: {
      ...linked(record.values, ids),
      source_system: DEMO_SYSTEM,
      ...(by ? { created_by: by } : {}),
      ...(record.key === ROOT ? { external_id: `${LOADING}${today}` } : {}),
    },
    past: (record.past ?? [{ at: record.at, values: {} }]).map(({ at, values }) => ({
      at,
      values: linked(values, ids),
    })),
  };
}

async function write(context: Context, operations: readonly Operation[]): Promise<void> {
  const { refused } = await context.db.transaction(
    async (tx) => {
      // Documents and talks are told after the deals that they belong to.
      const writing = beginWrite(tx, context);
      vouchFor(
        writing,
        operations.flatMap((operation) => (operation.op === "create" && operation.id ? [operation.id] : [])),
      );
      const { saved, results } = await saveIn(tx, writing, { operations, road: "seed", mode: "all" });
      return { ok: saved, refused: results.find((result) => !result.ok) };
    },
    { longer: SLOW_MACHINE_MS },
  );
  if (refused) throw new Error(`the demo company was refused: ${JSON.stringify(refused).slice(0, 1000)}`);
}

/** In runs of one object, so that what others link to is there before them. */
function byObject(records: readonly DemoRecord[]): readonly (readonly DemoRecord[])[] {
  const groups = new Map<string, DemoRecord[]>();
  for (const record of records) groups.set(record.object, [...(groups.get(record.object) ?? []), record]);
  return [...groups.values()];
}

async function knownIds(context: Context, group: readonly DemoRecord[]): Promise<ReadonlySet<string>> {
  const object = group[0]?.object ?? "";
  const table = tablesOf(context.workspace).record(object);
  const rows = await context.db.query(
    answering({ id: uuid }, sql`select id from ${table} where id = any(${group.map(demoId)}::uuid[])`),
  );
  return new Set(rows.map(({ id }) => id));
}

async function markOf({ db, workspace }: Context): Promise<string | null> {
  const [row] = await db.query(demoMark(workspace));
  return row?.external_id ?? null;
}

async function surveyId({ db, workspace }: Context): Promise<string | null> {
  const [row] = await db.query(demoSurvey(workspace));
  return row?.id ?? null;
}

async function roleIds({ db, workspace }: Context): Promise<readonly (readonly [string, string])[]> {
  const rows = await db.query(allRoles(workspace));
  return rows.map(({ id, name }) => [`role/${name}`, id] as const);
}

/**
 * Before anybody has set the company up there is none, and no working calendar to count days in stages by.
 * One that nobody has named yet gets the demo company's name.
 */
async function withCompany(context: Context): Promise<Context> {
  const [found] = await context.db.query(ownCompany(context.workspace));
  const { currency, zone } = context.company;
  const { language } = found ? context.company : context;
  const name = language === "en" ? "Lanshi Instruments (Suzhou) Co., Ltd." : "澜石智能仪表（苏州）有限公司";
  if (found) {
    if (isUnnamedCompany(found.name)) await write(context, [updating(company, found.id, { name })]);
    return context;
  }
  await write(context, [creating(company, { name, currency, zone, language })]);
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
