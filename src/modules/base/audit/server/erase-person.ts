import {
  type Context,
  type Forgotten,
  answering,
  columnsOf,
  command,
  statement,
  tablesOf,
} from "../../../../engine/public.ts";
import { bigint, boolean, json, text } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import { ident, type Transaction } from "../../../../platform/db/database.ts";
import { type Executor } from "../../../../platform/db/database.ts";
import { eraseAccess } from "./erase-access.ts";
import { eraseValues } from "./erase-values.ts";
import { recordsAround, type RecordsOf } from "./hanging-records.ts";
import { freeFields, personalFields } from "./personal-fields.ts";

export interface Erasure {
  /** The request, by which the log tells of it. */
  readonly request: string;
  readonly object: string;
  readonly record: string;
  /** Notes, activities, tasks and files that hang on the person too. */
  readonly attachments: boolean;
}
export interface ErasureOutcome {
  /** Rows that were emptied, by table or object. */
  readonly erased: Readonly<Record<string, number>>;
  /** Records that refer to the person and stay, by object. */
  readonly kept: Readonly<Record<string, number>>;
  /**
   * Tables in which words of the person still stand, in text that somebody wrote elsewhere: to be looked at
   * by a person.
   */
  readonly found: Readonly<Record<string, number>>;
}
/** What is left to do once the person's values are gone. */
export interface Erased {
  readonly counts: Record<string, number>;
  readonly kept: Readonly<Record<string, number>>;
  /** Hashes of contents that nobody may need any more. */
  readonly contents: readonly string[];
  /** By which the person may be recognised elsewhere. */
  readonly words: readonly string[];
}

/**
 * Empties all that is kept of a person: records, versions, log, search, answers, imports. Done again, it does
 * no harm.
 */
export async function erasePerson(tx: Transaction, context: Context, erasure: Erasure): Promise<Erased> {
  const { catalog, workspace } = context;
  const subject = catalog.object(erasure.object);
  if (!subject) throw new Error(`there is no object ${erasure.object}`);
  await tx.query({ text: "set local sluice.erasing = 'on'" });
  const mine: RecordsOf = { object: subject, ids: [erasure.record] };
  const words = await wordsOf(tx, context, mine, personalFields(catalog, subject));
  const { hanging, quoting, staying } = await recordsAround(tx, context, subject.name, erasure.record);
  const attached = erasure.attachments ? hanging : [];
  const contents = await contentsOf(tx, context, attached);
  const counts: Record<string, number> = {};
  const add = (name: string, count: number): void =>
    void (count > 0 && (counts[name] = (counts[name] ?? 0) + count));
  const request = catalog.object("erasure_request");
  const all = [
    { ...mine, fields: personalFields(catalog, subject) },
    ...hanging.map((one) => ({
      ...one,
      fields: (erasure.attachments ? freeFields : personalFields)(catalog, one.object),
    })),
    ...quoting.map((one) => ({ ...one, fields: freeFields(catalog, one.object) })),
    ...(request ? [{ object: request, ids: [erasure.request], fields: ["reason"] }] : []),
  ];
  for (const { object, ids, fields } of all) {
    const done = await eraseValues(tx, context, { object, ids, fields, erasure: erasure.request });
    add(object.name, done.rows);
    add("history", done.versions);
    add("changes", done.changes);
  }
  const person: Forgotten = {
    object: subject.name,
    id: erasure.record,
    records: new Map([
      ...[mine, ...attached, ...quoting].map(({ object, ids }) => [object.name, ids] as const),
      ["erasure_request", [erasure.request]],
    ]),
    words,
  };
  add("access_log", await eraseAccess(tx, workspace, person, erasure.request));
  add("idempotency", await eraseAnswers(tx, context, person));
  const unneeded = [...contents];
  for (const forget of context.hooks.forgets ?? []) {
    const forgot = await forget(tx, context, person);
    for (const [name, count] of Object.entries(forgot.counts)) add(name, count);
    unneeded.push(...(forgot.contents ?? []));
  }
  await tx.query(noteErasure(workspace, { ...erasure, object: subject.name }));
  const kept: Record<string, number> = {};
  for (const { object, ids } of [...staying, ...(erasure.attachments ? [] : hanging)])
    kept[object.name] = (kept[object.name] ?? 0) + ids.length;
  return { counts, kept, contents: unneeded, words };
}

export const noteErasure = command(
  ({ system }, { request, object, record, attachments }: Erasure) =>
    sql`insert into ${system("erasure")} (request, object, record, attachments, at) values (${request}, ${object}, ${record}, ${attachments}, now()) on conflict (request) do nothing`,
);

const SHORTEST = 6;
/** Numbers, addresses and long names, as the record has and had them. Short words are other people's too. */
async function wordsOf(
  tx: Transaction,
  { workspace }: Context,
  { object, ids }: RecordsOf,
  fields: readonly string[],
): Promise<string[]> {
  const columns = fields
    .flatMap((name) => (object.byName[name] ? columnsOf(object.byName[name]) : []))
    .filter(({ type }) => type === "text");
  if (columns.length === 0) return [];
  const list = spelled(columns.map(({ name }) => ident(name)).join(", "));
  const { record, history } = tablesOf(workspace);
  const rows = await tx.query(
    answering(
      { words: json<readonly (string | null)[]>() },
      sql`select to_jsonb(array[${list}]) as words from ${record(object.name)} where id = any(${ids}::uuid[])
        union select to_jsonb(array[${list}]) from ${history(object.name)} where id = any(${ids}::uuid[])`,
    ),
  );
  const words = rows.flatMap((row) => row.words.flatMap((word) => word ?? []));
  return [...new Set(words.filter(({ length }) => length >= SHORTEST && length <= 200))];
}

export const hashesOf = statement(
  { hash: text },
  ({ record, history }, ids: readonly string[]) =>
    sql`select hash from ${record("file")} where id = any(${ids}::uuid[]) and hash is not null union select hash from ${history("file")} where id = any(${ids}::uuid[]) and hash is not null`,
);

/** Hashes of the contents that these files have or had. */
export async function contentsOf(
  tx: Transaction,
  { workspace }: Context,
  records: readonly RecordsOf[],
): Promise<string[]> {
  const files = records.find(({ object }) => object.name === "file");
  if (!files) return [];
  const rows = await tx.query(hashesOf(workspace, files.ids));
  return rows.map(({ hash }) => hash);
}

export const whetherNeeded = statement(
  { needed: boolean },
  ({ record, history, system }, hash: string) =>
    sql`select exists (select from ${record("file")} where hash = ${hash}) or exists (select from ${history("file")} where hash = ${hash})
      or exists (select from ${system("import_run")} where file_hash = ${hash} and finished_at is null)
      or exists (select from ${system("upload_piece")} where hash = ${hash})
      or exists (select from ${system("job_run")} where file ->> 'hash' = ${hash}) as needed`,
);

/** Whether another file, another version, another import or a job has the same content. */
export async function isNeeded({ db, workspace }: Context, hash: string): Promise<boolean> {
  const [row] = await db.query(whetherNeeded(workspace, hash));
  return row?.needed === true;
}

/** Answers kept for a repeated request. */
async function eraseAnswers(
  tx: Transaction,
  { workspace }: Context,
  { records, words }: Forgotten,
): Promise<number> {
  const rows = await tx.query(emptyAnswers(workspace, [...records.values()].flat(), words.map(patternOf)));
  return rows.length;
}
export const emptyAnswers = statement(
  { key: text },
  ({ system }, ids: readonly string[], patterns: readonly string[]) =>
    sql`update ${system("idempotency")} set body = null where body is not null and (record = any(${ids}::uuid[]) or body::text ilike any(${patterns}::text[])) returning key`,
);
const patternOf = (word: string): string => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;

export const tablesIn = statement(
  { name: text },
  (_, schema: string) =>
    sql`select c.relname::text as name from pg_class c where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
);

/** Every table of the workspace. */
export async function allTables(db: Executor, { workspace }: Context): Promise<string[]> {
  return (await db.query(tablesIn(workspace, ident(workspace.schema)))).map(({ name }) => name);
}

/**
 * In how many rows of a table words stand, as somebody would find them who reads a dump of it. Where the
 * erasure itself stands is not looked at.
 */
export async function countRowsWith(
  db: Executor,
  { workspace }: Context,
  table: string,
  words: readonly string[],
): Promise<number> {
  const whole = table === "job_run" ? sql`(to_jsonb(t) - 'position')::text` : sql`t::text`;
  const saying = sql`select count(*) as rows from ${tablesOf(workspace).system(table)} t where ${whole} ilike any(${words.map(patternOf)}::text[])`;
  const [row] = await db.query(answering({ rows: bigint }, saying));
  return row?.rows ?? 0;
}
