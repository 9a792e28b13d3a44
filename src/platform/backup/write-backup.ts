import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Executor, ident } from "../db/database.ts";
import type { WorkspaceState } from "../db/migrate.ts";
import { listJobs } from "../queue/carry-jobs.ts";
import type { FileStores } from "../storage/file-store.ts";
import {
  ENTRIES,
  fileName,
  FORMAT,
  pieceName,
  script,
  type BackupHead,
  type BackupManifest,
  type CopiedTable,
} from "./contents.ts";
import { copyOut } from "./copy-out.ts";
import { describeSchemas } from "./describe-schemas.ts";
import { inSession, type Session } from "./session.ts";
import { ArchiveWriter } from "./write-archive.ts";

export interface BackupOptions {
  readonly url: string;
  readonly files: FileStores;
  readonly path: string;
  readonly version: string;
  /** What the program notes in the manifest, read on the snapshot. */
  readonly notes: (db: Executor, workspaces: readonly WorkspaceState[]) => Promise<BackupManifest["notes"]>;
  readonly progress?: (table: CopiedTable) => void;
}
/** There is no installation in this database. */
export class NothingToBackUp extends Error {}

const PIECE = 4 * 2 ** 20;
const INSTALLATION = "sluice";
const compress = promisify(gzip);

/**
 * Everything that an installation keeps, as of one moment, in one archive, beside a program that goes on
 * working. Memory does not grow with it.
 */
export async function writeBackup(
  options: BackupOptions,
): Promise<{ head: BackupHead; manifest: BackupManifest; sha256: string }> {
  const archive = await ArchiveWriter.open(options.path);
  try {
    const written = await inSession(options.url, "snapshot", (session) =>
      writeAll(archive, session, options),
    );
    return { ...written, sha256: await archive.finish() };
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function writeAll(
  archive: ArchiveWriter,
  session: Session,
  options: BackupOptions,
): Promise<{ head: BackupHead; manifest: BackupManifest }> {
  const { db } = session;
  const workspaces = await readWorkspaces(db);
  const schemas = [INSTALLATION, ...workspaces.map(({ schema }) => schema)];
  await holdTables(db, schemas);
  const { before, tables, after } = await describeSchemas(db, schemas);
  const [server] = await db.query<{ version: string; now: string }>({
    text: "select current_setting('server_version') as version, now() as now",
  });
  const head: BackupHead = {
    product: "sluice",
    format: FORMAT,
    version: options.version,
    postgres: server?.version ?? "",
    made_at: server?.now ?? "",
    workspaces: [...workspaces],
    tables: tables.map((table) => ({ ...table, columns: [...table.columns] })),
  };
  await archive.add(ENTRIES.head, json(head));
  await archive.add(ENTRIES.before, script(before));
  const copied: CopiedTable[] = [];
  for (const table of tables) {
    let number = 0;
    const piece = async (content: Buffer): Promise<void> =>
      archive.add(pieceName(table.schema, table.name, ++number), await compress(content, { level: 4 }));
    const done = { schema: table.schema, name: table.name, ...(await copyOut(session, table, PIECE, piece)) };
    copied.push(done);
    options.progress?.(done);
  }
  const jobs = await listJobs(db);
  await archive.add(ENTRIES.jobs, json(jobs));
  const files = await writeFiles(archive, options.files);
  await archive.add(ENTRIES.after, script(after));
  const manifest: BackupManifest = {
    tables: copied,
    jobs: jobs.length,
    files,
    notes: await options.notes(db, workspaces),
  };
  await archive.add(ENTRIES.manifest, json(manifest));
  return { head, manifest };
}

async function readWorkspaces(db: Executor): Promise<readonly WorkspaceState[]> {
  const [found] = await db.query<{ found: boolean }>({
    text: "select to_regclass('sluice.workspace') is not null as found",
  });
  if (!found?.found) throw new NothingToBackUp();
  return db.query<WorkspaceState>({
    text: "select code, schema_name as schema, schema_version as version from sluice.workspace order by code",
  });
}

/** Reading and writing go on; only changes of the tables themselves wait. */
async function holdTables(db: Executor, schemas: readonly string[]): Promise<void> {
  const tables = await db.query<{ schema: string; name: string }>({
    text: "select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind in ('r', 'p') order by c.oid",
    values: [schemas],
  });
  await db.query({
    text: `lock table ${tables.map(({ schema, name }) => `${ident(schema)}.${ident(name)}`).join(", ")} in access share mode`,
  });
}

/**
 * Content is on the disk before its row is, so what lies there now holds all that the snapshot names. What is
 * erased meanwhile is left out.
 */
async function writeFiles(archive: ArchiveWriter, files: FileStores): Promise<BackupManifest["files"]> {
  let [count, bytes] = [0, 0];
  for await (const { workspace, hash, size } of files.list()) {
    const content = await files
      .of(workspace)
      .open(hash)
      .catch(() => undefined);
    if (!content) continue;
    await archive.addStream(fileName(workspace, hash), size, content);
    count += 1;
    bytes += size;
  }
  return { count, bytes };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
