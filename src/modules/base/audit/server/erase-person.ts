import { ident, type Transaction } from "../../../../platform/db/database.ts";
import {
  type Context,
  type Forgotten,
  type Row,
  columnsOf,
  historyOf,
  systemTable,
  tableOf,
} from "../../../../engine/public.ts";
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
  await tx.query({
    text: `insert into ${systemTable(workspace, "erasure")} (request, object, record, attachments, at) values ($1, $2, $3, $4, now()) on conflict (request) do nothing`,
    values: [erasure.request, subject.name, erasure.record, erasure.attachments],
  });
  const kept: Record<string, number> = {};
  for (const { object, ids } of [...staying, ...(erasure.attachments ? [] : hanging)])
    kept[object.name] = (kept[object.name] ?? 0) + ids.length;
  return { counts, kept, contents: unneeded, words };
}

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
  const list = columns.map(({ name }) => ident(name)).join(", ");
  const rows = await tx.query<Row>({
    text: `select ${list} from ${tableOf(workspace, object.name)} where id = any($1::uuid[]) union select ${list} from ${historyOf(workspace, object.name)} where id = any($1::uuid[])`,
    values: [ids],
  });
  const words = rows
    .flatMap((row) => Object.values(row))
    .filter((value): value is string => typeof value === "string" && value.length >= SHORTEST);
  return [...new Set(words.filter((word) => word.length <= 200))];
}

/** Hashes of the contents that these files have or had. */
export async function contentsOf(
  tx: Transaction,
  { workspace }: Context,
  records: readonly RecordsOf[],
): Promise<string[]> {
  const files = records.find(({ object }) => object.name === "file");
  if (!files) return [];
  const rows = await tx.query<{ hash: string }>({
    text: `select hash from ${tableOf(workspace, "file")} where id = any($1::uuid[]) and hash is not null union select hash from ${historyOf(workspace, "file")} where id = any($1::uuid[]) and hash is not null`,
    values: [files.ids],
  });
  return rows.map(({ hash }) => hash);
}

/** Whether another file, another version, another import or a job has the same content. */
export async function isNeeded({ db, workspace }: Context, hash: string): Promise<boolean> {
  const [row] = await db.query<{ needed: boolean }>({
    text: `select exists (select from ${tableOf(workspace, "file")} where hash = $1) or exists (select from ${historyOf(workspace, "file")} where hash = $1)
      or exists (select from ${systemTable(workspace, "import_run")} where file_hash = $1 and finished_at is null)
      or exists (select from ${systemTable(workspace, "job_run")} where file ->> 'hash' = $1) as needed`,
    values: [hash],
  });
  return row?.needed === true;
}

/** Answers kept for a repeated request. */
async function eraseAnswers(
  tx: Transaction,
  { workspace }: Context,
  { records, words }: Forgotten,
): Promise<number> {
  const rows = await tx.query({
    text: `update ${systemTable(workspace, "idempotency")} set body = null where body is not null and (record = any($1::uuid[]) or body::text ilike any($2::text[])) returning 1`,
    values: [[...records.values()].flat(), words.map(patternOf)],
  });
  return rows.length;
}
const patternOf = (word: string): string => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;

/** Every table of the workspace. */
export async function allTables(db: Executor, { workspace }: Context): Promise<string[]> {
  const tables = await db.query<{ name: string }>({
    text: `select c.relname as name from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    values: [ident(workspace.schema)],
  });
  return tables.map(({ name }) => name);
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
  const text = table === "job_run" ? "(to_jsonb(t) - 'position')::text" : "t::text";
  const [row] = await db.query<{ rows: number }>({
    text: `select count(*) as rows from ${systemTable(workspace, table)} t where ${text} ilike any($1::text[])`,
    values: [words.map(patternOf)],
  });
  return row?.rows ?? 0;
}
