import { createHash } from "node:crypto";
import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  type BackupHead,
  type BackupManifest,
  ENTRIES,
  fileOf,
  FORMAT,
  keyOf,
  parseHead,
  parseManifest,
} from "./contents.ts";
import { readArchive, TarBroken, wholeOf } from "./read-archive.ts";

/** Why a file cannot be restored from. */
export class BackupRefused extends Error {
  constructor(
    readonly what: "foreign" | "broken" | "newer",
    readonly detail: string,
  ) {
    super(`${what}: ${detail}`);
  }
}

/**
 * Reads the whole file once and compares every digest in it, before anything is written anywhere. Throws
 * BackupRefused.
 */
export async function checkBackup(path: string): Promise<{ head: BackupHead; manifest: BackupManifest }> {
  let head: BackupHead | undefined;
  let manifest: BackupManifest | undefined;
  const pieces = new PieceDigests();
  const files = { count: 0, bytes: 0 };
  try {
    for await (const entry of readArchive(path)) {
      if (!head) {
        head = entry.name === ENTRIES.head ? parseHead(await wholeOf(entry)) : undefined;
        if (!head) throw new BackupRefused("foreign", entry.name);
        if (head.format > FORMAT) throw new BackupRefused("newer", head.version);
      } else if (entry.name === ENTRIES.manifest) manifest = parseManifest(await wholeOf(entry));
      else if (entry.name.startsWith("data/")) await pieces.add(entry.name, entry.content);
      else if (entry.name.startsWith("files/")) {
        const digest = createHash("sha256");
        for await (const chunk of entry.content) digest.update(chunk);
        if (digest.digest("hex") !== fileOf(entry.name).hash) throw new TarBroken(entry.name);
        files.count += 1;
        files.bytes += entry.size;
      }
    }
  } catch (error) {
    if (error instanceof BackupRefused || !isDamage(error)) throw error;
    throw new BackupRefused(head ? "broken" : "foreign", error instanceof Error ? error.message : "");
  }
  if (!head || !manifest) throw new BackupRefused("broken", ENTRIES.manifest);
  for (const table of manifest.tables)
    if (pieces.of(keyOf(table)) !== table.sha256) throw new BackupRefused("broken", keyOf(table));
  if (files.count !== manifest.files.count || files.bytes !== manifest.files.bytes)
    throw new BackupRefused("broken", "files");
  return { head, manifest };
}

/**
 * A damaged archive, or damaged compression in it; all else (no such file, no right to read it) is told as it
 * is.
 */
const isDamage = (error: unknown): boolean =>
  error instanceof TarBroken ||
  (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"));

/** Which table a piece belongs to: "data/w_main/o_account/000001.copy.gz" → "w_main/o_account". */
export const tableOfPiece = (name: string): string => name.split("/").slice(1, 3).join("/");

class PieceDigests {
  readonly #of = new Map<string, ReturnType<typeof createHash>>();

  async add(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    const key = tableOfPiece(name);
    const digest = this.#of.get(key) ?? createHash("sha256");
    this.#of.set(key, digest);
    await unzipInto(content, async (chunk) => void digest.update(chunk));
  }
  of(key: string): string {
    return (this.#of.get(key) ?? createHash("sha256")).digest("hex");
  }
}

/** Gives the rows of a piece, chunk by chunk. */
export async function unzipInto(
  content: AsyncIterable<Buffer>,
  take: (chunk: Buffer) => Promise<void>,
): Promise<void> {
  await pipeline(Readable.from(content), createGunzip(), async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) await take(chunk);
  });
}
