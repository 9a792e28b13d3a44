import { createReadStream } from "node:fs";
import { type Extract, extract } from "tar-stream";
import { DigestUpTo } from "./digest-up-to.ts";
import { isEntryName } from "./entry-name.ts";
import { contentAt, give } from "./tar-flow.ts";
import { DIGEST } from "./write-archive.ts";

/** One entry: its content must be read, or left, before the next is asked for. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}
/** The archive is damaged or cut off. */
export class TarBroken extends Error {}

const AT_ONCE = 256 * 1024;
const LARGEST_WHOLE = 256 * 2 ** 20;

/**
 * The entries of an archive in order, with flat memory. The last one, `sha256`, is compared with what was
 * read and not given out: whoever has come to the end has read just what was written. Throws TarBroken.
 */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const digest = new DigestUpTo();
  const archive = extract();
  const entries = archive[Symbol.asyncIterator]();
  void feed(archive, path, digest);
  try {
    for (;;) {
      const next = await entries.next().catch(asBroken);
      if (next.done) throw new TarBroken("it ends too early");
      const { header, offset } = next.value;
      const { name, size } = header;
      if (header.type !== "file" || header.pax || !isEntryName(name) || !Number.isSafeInteger(size))
        throw new TarBroken("not a file");
      digest.moveTo(offset);
      const before = digest.hex();
      const chunk = chunksOf(next.value, (read) => digest.moveTo(contentAt(offset) + read));
      const entry = { name, size, content: each(chunk) };
      if (name === DIGEST) {
        if ((await wholeOf(entry)).toString("utf8").trim() === before) return;
        throw new TarBroken("its digest is another one");
      }
      yield entry;
      while ((await chunk()) !== null);
    }
  } finally {
    archive.destroy();
  }
}

/** A small entry in one piece. */
export async function wholeOf({ name, size, content }: ArchiveEntry): Promise<Buffer> {
  if (size > LARGEST_WHOLE) throw new TarBroken(`${name} is too large`);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What goes wrong in the file reaches whoever reads the entries. */
async function feed(archive: Extract, path: string, digest: DigestUpTo): Promise<void> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: AT_ONCE })) {
      if (!Buffer.isBuffer(chunk)) continue;
      digest.give(chunk);
      if (!(await give(archive, chunk))) return;
    }
    archive.end(null);
  } catch (error) {
    archive.destroy(error instanceof Error ? error : null);
  }
}

type NextChunk = () => Promise<Buffer | null>;

/** The chunks of an entry, however often its reader stops and goes on; null behind the last. */
function chunksOf(entry: AsyncIterable<unknown>, onRead: (read: number) => void): NextChunk {
  const source = entry[Symbol.asyncIterator]();
  let read = 0;
  return async () => {
    const { done, value } = await source.next().catch(asBroken);
    if (done || !Buffer.isBuffer(value)) return null;
    read += value.length;
    onRead(read);
    return value;
  };
}

async function* each(next: NextChunk): AsyncGenerator<Buffer> {
  for (let chunk = await next(); chunk; chunk = await next()) yield chunk;
}

/** A file that cannot be read has a code and is told as it is; all else is the archive's. */
function asBroken(error: unknown): never {
  if (error instanceof Error && !("code" in error)) throw new TarBroken(error.message);
  throw error;
}
