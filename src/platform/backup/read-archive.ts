import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { BLOCK, readTarHeader, TarBroken } from "./tar.ts";
import { DIGEST } from "./write-archive.ts";

/** One entry: its content must be read, or left, before the next is asked for. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}
const LARGEST_WHOLE = 256 * 2 ** 20;

/**
 * The entries of an archive in order, with flat memory. The last one, `sha256`, is compared with what was
 * read and not given out: whoever has come to the end has read just what was written. Throws TarBroken.
 */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const bytes = new Bytes(path);
  try {
    for (;;) {
      const before = bytes.digest();
      const header = readTarHeader(await bytes.take(BLOCK));
      if (!header) throw new TarBroken("it ends too early");
      let left = header.size;
      const content = (async function* () {
        while (left > 0) {
          const chunk = await bytes.some(left);
          left -= chunk.length;
          yield chunk;
        }
      })();
      if (header.name === DIGEST) {
        const told = (await wholeOf({ ...header, content })).toString("utf8").trim();
        if (told !== before) throw new TarBroken("its digest is another one");
        return;
      }
      yield { ...header, content };
      while (left > 0) left -= (await bytes.some(left)).length;
      await bytes.take((BLOCK - (header.size % BLOCK)) % BLOCK);
    }
  } finally {
    bytes.close();
  }
}

/** A small entry in one piece. */
export async function wholeOf({ name, size, content }: ArchiveEntry): Promise<Buffer> {
  if (size > LARGEST_WHOLE) throw new TarBroken(`${name} is too large`);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

class Bytes {
  readonly #digest = createHash("sha256");
  readonly #stream;
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  constructor(path: string) {
    this.#stream = createReadStream(path, { highWaterMark: 256 * 1024 });
    this.#source = this.#stream[Symbol.asyncIterator]();
  }

  /** Of everything taken so far. */
  digest = (): string => this.#digest.copy().digest("hex");
  close = (): void => void this.#stream.destroy();

  /** As many as there are at once, `most` at most. Throws at the end of the file. */
  async some(most: number): Promise<Buffer> {
    if (this.#rest.length === 0) {
      const next = await this.#source.next();
      if (next.done) throw new TarBroken("it is cut off");
      this.#rest = next.value;
    }
    const taken = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(taken.length);
    this.#digest.update(taken);
    return taken;
  }

  async take(count: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for (let left = count; left > 0; left -= chunks.at(-1)?.length ?? 0) chunks.push(await this.some(left));
    return Buffer.concat(chunks);
  }
}
