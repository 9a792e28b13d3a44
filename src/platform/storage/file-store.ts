import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { link, open, readdir, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { label } from "../../shared/i18n/label.ts";
import { StartRefused } from "../config/start-refused.ts";
import { spool } from "./spool.ts";

/** Content by the SHA-256 of what it is: the same content is kept once. */
export interface FileStore {
  /** Resolves when the content is safe. */
  put(content: Readable): Promise<{ readonly hash: string; readonly size: number }>;
  /** Throws FileMissing. A range names its first and last byte; an end that is left out is the content's. */
  open(hash: string, range?: ByteRange): Promise<Readable>;
  /** undefined: it is not there. */
  sizeOf(hash: string): Promise<number | undefined>;
  /** Deleting what is not there is not an error. */
  delete(hash: string): Promise<void>;
}
/**
 * The stores of an installation: contents of one workspace are not those of another, even where they are the
 * same.
 */
export interface FileStores {
  of(workspace: string): FileStore;
  /** Everything that is kept, in no order. */
  list(): AsyncIterable<StoredContent>;
  state(): Promise<StoreState>;
}
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}
/** How the store is: a directory with its free room, or a storage that answers or does not. */
export type StoreState =
  | { readonly kind: "directory"; readonly place: string; readonly free: number; readonly total: number }
  | { readonly kind: "s3"; readonly place: string; readonly reachable: boolean };
export interface StoredContent {
  readonly workspace: string;
  readonly hash: string;
  readonly size: number;
}

export class FileMissing extends Error {}

export const MARKER = "sluice-files.json";
export const MARK = { product: "sluice", store: "files", format: 1 };
const LEFT_OVER_MS = 24 * 3_600_000;
const notOurs = label(
  "目录 {directory} 没有渠成的附件目录标记，也不是空目录。请检查 SLUICE_DATA_DIR，或磁盘是否已挂载。",
  "The directory {directory} is not a Sluice file store and is not empty. Check SLUICE_DATA_DIR, or whether the disk is mounted.",
);

/**
 * Files in a directory. The marker tells it from a disk that is not mounted; uploads left over by a crash go
 * after a day. Throws StartRefused.
 */
export function openFileStore(directory: string): FileStores {
  const parts = join(directory, "tmp");
  const marker = join(directory, MARKER);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!existsSync(marker)) {
    if (readdirSync(directory).length > 0) throw new StartRefused(notOurs, { directory });
    writeFileSync(marker, `${JSON.stringify(MARK)}\n`);
  }
  mkdirSync(parts, { recursive: true, mode: 0o700 });
  removeLeftOvers(parts);
  const stores = new Map<string, FileStore>();
  return {
    of(workspace) {
      const known = stores.get(workspace) ?? storeIn(placeOf(directory, workspace), parts);
      stores.set(workspace, known);
      return known;
    },
    list: () => listAll(directory),
    async state() {
      const { bavail, blocks, bsize } = await statfs(directory);
      return { kind: "directory", place: directory, free: bavail * bsize, total: blocks * bsize };
    },
  };
}

/** The name of a content, or FileMissing: nothing else reaches a disk or a storage. */
export function checkHash(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new FileMissing("Not a SHA-256");
  return hash;
}
export function checkWorkspace(workspace: string): string {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(workspace)) throw new Error(`Not a workspace code: ${workspace}`);
  return workspace;
}

const FIRST = "main";
const OTHERS = "workspaces";
/** The first workspace's contents lie where those of an installation of one company always lay. */
function placeOf(directory: string, workspace: string): string {
  checkWorkspace(workspace);
  return workspace === FIRST ? directory : join(directory, OTHERS, workspace);
}

function storeIn(directory: string, parts: string): FileStore {
  return {
    put: (content) =>
      spool(parts, content, async ({ path, hash, size }) => {
        await place(path, pathOf(directory, hash));
        return { hash, size };
      }),
    async open(hash, range) {
      const path = pathOf(directory, hash);
      const file = await open(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ENOENT" ? new FileMissing(`No content ${hash}`) : error;
      });
      return file.createReadStream(range);
    },
    async sizeOf(hash) {
      const found = await stat(pathOf(directory, hash)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      });
      return found?.size;
    },
    delete: (hash) => rm(pathOf(directory, hash), { force: true }),
  };
}

/** By a link, which is whole or not there, and leaves alone what is there already. */
async function place(part: string, path: string): Promise<void> {
  const folder = join(path, "..");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await link(part, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

async function* listAll(directory: string): AsyncGenerator<StoredContent> {
  const others = await readdir(join(directory, OTHERS)).catch(() => []);
  for (const workspace of [FIRST, ...others])
    for await (const found of list(placeOf(directory, workspace))) yield { workspace, ...found };
}

async function* list(directory: string): AsyncGenerator<{ hash: string; size: number }> {
  const foldersIn = async (path: string): Promise<string[]> =>
    (await readdir(path)).filter((name) => /^[0-9a-f]{2}$/.test(name)).map((name) => join(path, name));
  for (const outer of await foldersIn(directory))
    for (const inner of await foldersIn(outer))
      for (const hash of (await readdir(inner)).filter((name) => /^[0-9a-f]{64}$/.test(name))) {
        const found = await stat(join(inner, hash)).catch(() => undefined);
        if (found) yield { hash, size: found.size };
      }
}

function pathOf(directory: string, hash: string): string {
  checkHash(hash);
  return join(directory, hash.slice(0, 2), hash.slice(2, 4), hash);
}

function removeLeftOvers(parts: string): void {
  const before = Date.now() - LEFT_OVER_MS;
  for (const name of readdirSync(parts)) {
    const path = join(parts, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < before)
      rmSync(path, { force: true });
  }
}
