import { createHash, type Hash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface Spooled {
  readonly path: string;
  readonly hash: string;
  readonly size: number;
  /** SHA-256 of each piece, where a length of pieces was asked for. */
  readonly pieces: readonly string[];
}

/**
 * Writes what comes into a file of its own in `directory` until it is safe on the disk, hands it to `use` and
 * removes it: its digest is known at its end only, and what broke off must leave nothing.
 */
export async function spool<T>(
  directory: string,
  content: Readable,
  use: (spooled: Spooled) => Promise<T>,
  piece = Number.POSITIVE_INFINITY,
): Promise<T> {
  const path = join(directory, randomUUID());
  const digest = createHash("sha256");
  const pieces = new Pieces(piece);
  let size = 0;
  try {
    await pipeline(
      content,
      async function* (source: AsyncIterable<Buffer | string>) {
        for await (const chunk of source) {
          const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
          digest.update(bytes);
          pieces.add(bytes);
          size += bytes.length;
          yield bytes;
        }
      },
      createWriteStream(path, { flush: true, mode: 0o600 }),
    );
    return await use({ path, hash: digest.digest("hex"), size, pieces: pieces.end() });
  } finally {
    await rm(path, { force: true });
  }
}

class Pieces {
  readonly #digests: string[] = [];
  #digest: Hash | undefined;
  #left = 0;
  constructor(private readonly length: number) {}

  add(bytes: Buffer): void {
    if (!Number.isFinite(this.length)) return;
    for (let at = 0; at < bytes.length;) {
      if (!this.#digest) [this.#digest, this.#left] = [createHash("sha256"), this.length];
      const taken = bytes.subarray(at, at + this.#left);
      this.#digest.update(taken);
      at += taken.length;
      this.#left -= taken.length;
      if (this.#left === 0) this.#close();
    }
  }
  end(): readonly string[] {
    this.#close();
    return this.#digests;
  }
  #close(): void {
    if (this.#digest) this.#digests.push(this.#digest.digest("hex"));
    this.#digest = undefined;
  }
}
