import { type Context, type Operation, answering, statement, tablesOf } from "../../../../engine/public.ts";
import { sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { demoId, linked } from "./demo-ids.ts";
import { DEMO_SYSTEM, type DemoMark, markText } from "./demo-mark.ts";
import { generateCompany } from "./generate-company.ts";
import { SURVEY } from "./generate-evidence.ts";
import { type DemoRecord, type DemoSize, FULL_SIZE } from "./record.ts";

export const ROOT = "department/root";

/** The demo company, ready to be written: its records in runs of one object, with the ids that links name. */
export interface DemoStory {
  readonly records: readonly DemoRecord[];
  readonly mark: DemoMark;
  readonly idOf: (record: Pick<DemoRecord, "key" | "at">) => string;
  readonly ids: ReadonlyMap<string, string>;
}

/** Tells the story up to the day of the mark, in a company that may have people and a name of its own. */
export async function tellStory(
  context: Context,
  mark: DemoMark,
  size: DemoSize = FULL_SIZE,
): Promise<DemoStory> {
  const survey = await surveyId(context);
  const taken = await takenBy(context);
  // A company that had pipelines before has no such questionnaire.
  const records = inRuns(
    generateCompany(mark.today, context.company.language, size)
      .filter(({ object }) => survey !== null || object !== "form_response")
      .map((record) => besideOwn(record, taken, context)),
  );
  const idOf = (record: Pick<DemoRecord, "key" | "at">): string => demoId(record, mark.round);
  const ids = new Map([
    ...(await roleIds(context)),
    ...(survey ? [[SURVEY, survey] as const] : []),
    ...records.map((record) => [record.key, idOf(record)] as const),
  ]);
  return { records, mark, idOf, ids };
}

/** What makes these records: those that are there already, from a load that was cut off, are left alone. */
export async function creations(
  tx: Pick<Transaction, "query">,
  context: Context,
  { idOf, ids, mark }: DemoStory,
  group: readonly DemoRecord[],
): Promise<readonly Operation[]> {
  const table = tablesOf(context.workspace).record(group[0]?.object ?? "");
  const rows = await tx.query(
    answering({ id: uuid }, sql`select id from ${table} where id = any(${group.map(idOf)}::uuid[])`),
  );
  const known = new Set(rows.map(({ id }) => id));
  return group
    .filter((record) => !known.has(idOf(record)))
    .map((record): Operation => {
      const by = record.by ? ids.get(record.by) : undefined;
      return {
        op: "create",
        object: record.object,
        id: idOf(record),
        values: {
          ...linked(record.values, ids),
          source_system: DEMO_SYSTEM,
          ...(by ? { created_by: by } : {}),
          ...(record.key === ROOT ? { external_id: markText(mark) } : {}),
        },
        past: (record.past ?? [{ at: record.at, values: {} }]).map(({ at, values }) => ({
          at,
          values: linked(values, ids),
        })),
      };
    });
}

/** Links in a circle, once everything exists. */
export const laterUpdates = ({ records, ids, idOf }: DemoStory): readonly Operation[] =>
  records.flatMap((record): Operation[] =>
    record.later
      ? [{ op: "update", object: record.object, id: idOf(record), values: linked(record.later, ids) }]
      : [],
  );

/** In runs of one object, so that what others link to is there before them. */
function inRuns(records: readonly DemoRecord[]): readonly DemoRecord[] {
  const groups = new Map<string, DemoRecord[]>();
  for (const record of records) groups.set(record.object, [...(groups.get(record.object) ?? []), record]);
  return [...groups.values()].flat();
}

interface Taken {
  readonly logins: ReadonlySet<string>;
  readonly tops: ReadonlySet<string>;
}
export const ownLogins = statement(
  { login: sure(text) },
  ({ record }) =>
    sql`select lower(login) as login from ${record("user")} where login is not null and deleted_at is null and source_system is distinct from ${DEMO_SYSTEM}`,
);
export const ownTops = statement(
  { name: sure(text) },
  ({ record }) =>
    sql`select lower(name) as name from ${record("department")} where parent is null and deleted_at is null and external_id is null`,
);
async function takenBy({ db, workspace }: Context): Promise<Taken> {
  const logins = await db.query(ownLogins(workspace));
  const tops = await db.query(ownTops(workspace));
  return { logins: new Set(logins.map(({ login }) => login)), tops: new Set(tops.map(({ name }) => name)) };
}

/** Colleagues keep their logins, and a company of the same name keeps its first department. */
function besideOwn(record: DemoRecord, { logins, tops }: Taken, { company }: Context): DemoRecord {
  if (record.object === "user") {
    if (!logins.has(String(partOf(user, record.values).login ?? ""))) return record;
    return {
      ...record,
      values: Object.fromEntries(Object.entries(record.values).filter(([field]) => field !== "login")),
    };
  }
  const name = String(partOf(department, record.values).name ?? "");
  if (record.key !== ROOT || !tops.has(name.toLowerCase())) return record;
  const beside = company.language === "en" ? `${name} (demo)` : `${name}（演示）`;
  return { ...record, values: { ...record.values, name: beside } };
}

export const demoSurvey = statement(
  { id: uuid },
  ({ record }) =>
    sql`select id from ${record("form")} where name = ${SURVEY.slice("form/".length)} and deleted_at is null`,
);
async function surveyId({ db, workspace }: Context): Promise<string | null> {
  const [row] = await db.query(demoSurvey(workspace));
  return row?.id ?? null;
}

export const allRoles = statement(
  { id: uuid, name: sure(text) },
  ({ record }) => sql`select id, name from ${record("role")} where deleted_at is null`,
);
async function roleIds({ db, workspace }: Context): Promise<readonly (readonly [string, string])[]> {
  const rows = await db.query(allRoles(workspace));
  return rows.map(({ id, name }) => [`role/${name}`, id] as const);
}
