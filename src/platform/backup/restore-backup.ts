import { once } from "node:events";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { type CopyStreamQuery, from } from "pg-copy-streams";
import type { Executor } from "../db/database.ts";
import { LOCK } from "../db/migrate.ts";
import { addJobs } from "../queue/carry-jobs.ts";
import { tableOfPiece, unzipInto } from "./check-backup.ts";
import {
  type BackupHead,
  type BackupManifest,
  type CopiedTable,
  ENTRIES,
  fileOf,
  keyOf,
} from "./contents.ts";
import { copyOut, copyTarget } from "./copy-out.ts";
import type { DescribedTable } from "./describe-schemas.ts";
import { type ArchiveEntry, readArchive, wholeOf } from "./read-archive.ts";
import { inSession, type Session } from "./session.ts";

export interface RestoreOptions {
  readonly url: string;
  readonly path: string;
  readonly head: BackupHead;
  readonly manifest: BackupManifest;
  /** Keeps a content; gives the digest of what it has kept. */
  readonly put: (workspace: string, content: Readable) => Promise<{ readonly hash: string }>;
}
/** The restored rows are not those of the backup. */
export class RestoreDiffers extends Error {}

/** Whether the database has nothing in the place of these schemas. */
export async function isEmptyFor(db: Executor, { workspaces }: BackupHead): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>({
    text: "select exists (select from pg_namespace where nspname = 'sluice' or nspname = any($1)) as found",
    values: [workspaces.map(({ schema }) => schema)],
  });
  return row?.found === false;
}

/**
 * Makes schemas and rows of a checked backup in one transaction, reads all rows back, and commits only when
 * each table's digest is that of the backup.
 */
export async function restoreBackup(options: RestoreOptions): Promise<void> {
  await inSession(options.url, "writing", async (session) => {
    await session.db.query({ text: `select pg_advisory_xact_lock(${LOCK})` });
    const rows = new RowsIn(session, options.head.tables);
    for await (const entry of readArchive(options.path)) await takeEntry(entry, session, rows, options);
    for (const table of options.manifest.tables) await compare(session, options.head, table);
  });
  await inSession(options.url, "writing", async ({ db }) => {
    for (const { schema, name } of options.head.tables)
      await db.query({ text: `analyze ${copyTarget({ schema, name, columns: [] })}` });
  });
}

async function takeEntry(
  entry: ArchiveEntry,
  session: Session,
  rows: RowsIn,
  options: RestoreOptions,
): Promise<void> {
  const { name } = entry;
  if (name.startsWith("data/")) return rows.add(tableOfPiece(name), entry.content);
  await rows.end();
  if (name === ENTRIES.before || name === ENTRIES.after)
    await session.client.query((await wholeOf(entry)).toString("utf8"));
  else if (name === ENTRIES.jobs)
    await addJobs(session.db, JSON.parse((await wholeOf(entry)).toString("utf8")));
  else if (name.startsWith("files/")) {
    const wanted = fileOf(name);
    const { hash } = await options.put(wanted.workspace, Readable.from(entry.content));
    if (hash !== wanted.hash) throw new RestoreDiffers(name);
  }
}

async function compare(session: Session, head: BackupHead, wanted: CopiedTable): Promise<void> {
  const table = head.tables.find((one) => keyOf(one) === keyOf(wanted));
  const found = table && (await copyOut(session, table, 2 ** 20, async () => undefined));
  if (found?.rows !== wanted.rows || found.sha256 !== wanted.sha256) throw new RestoreDiffers(keyOf(wanted));
}

/** One COPY after the other, each fed by the pieces of its table. */
class RowsIn {
  readonly #tables: ReadonlyMap<string, DescribedTable>;
  #key = "";
  #copy: CopyStreamQuery | undefined;
  #failed: Promise<never> | undefined;

  constructor(
    private readonly session: Session,
    tables: readonly DescribedTable[],
  ) {
    this.#tables = new Map(tables.map((table) => [keyOf(table), table]));
  }

  async add(key: string, content: AsyncIterable<Buffer>): Promise<void> {
    if (key !== this.#key) {
      await this.end();
      this.#begin(key);
    }
    await unzipInto(content, (chunk) => this.#write(chunk));
  }

  async end(): Promise<void> {
    const copy = this.#copy;
    if (!copy) return;
    this.#copy = undefined;
    this.#key = "";
    copy.end();
    await finished(copy);
  }

  #begin(key: string): void {
    const table = this.#tables.get(key);
    if (!table) throw new RestoreDiffers(key);
    const copy = this.session.client.query(from(`copy ${copyTarget(table)} from stdin`));
    this.#failed = new Promise((_, reject) => copy.once("error", reject));
    this.#failed.catch(() => undefined);
    [this.#key, this.#copy] = [key, copy];
  }

  async #write(chunk: Buffer): Promise<void> {
    if (this.#copy && !this.#copy.write(chunk)) await Promise.race([once(this.#copy, "drain"), this.#failed]);
  }
}
