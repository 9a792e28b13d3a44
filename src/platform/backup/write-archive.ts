import { createHash } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pack } from "tar-stream";
import { isEntryName } from "./entry-name.ts";
import { endOf, give } from "./tar-flow.ts";

/** The entry behind which nothing is covered by the digest that it holds. */
export const DIGEST = "sha256";

/** A tar file that comes into being entry by entry; its last entry is the SHA-256 of all bytes before it. */
export class ArchiveWriter {
  readonly #digest = createHash("sha256");
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #moment = new Date();
  readonly #pack = pack();
  readonly #bytes = this.#pack[Symbol.asyncIterator]();
  /** Bytes in the file, and where the entries given so far end. */
  #written = 0;
  #given = 0;

  private constructor(file: FileHandle, path: string) {
    this.#file = file;
    this.#path = path;
  }

  /** Beside its place under another name until it is whole; readable by its owner only. */
  static async open(path: string): Promise<ArchiveWriter> {
    return new ArchiveWriter(await open(`${path}.part`, "w", 0o600), path);
  }

  async add(name: string, content: Buffer | string): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    await this.addStream(name, bytes.length, [bytes]);
  }

  /** Of a known size. Throws when another number of bytes comes. */
  async addStream(name: string, size: number, content: AsyncIterable<Buffer> | Buffer[]): Promise<void> {
    if (!isEntryName(name)) throw new Error(`${name} is no name for an archive`);
    this.#given = endOf(this.#given, size);
    await Promise.all([this.#feed(name, size, content), this.#drain()]);
  }

  /** Resolves with the digest when the file is safe on the disk and in its place. */
  async finish(): Promise<string> {
    const digest = this.#digest.copy().digest("hex");
    await this.add(DIGEST, `${digest}\n`);
    this.#given = Infinity;
    this.#pack.finalize();
    await this.#drain();
    await this.#file.sync();
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
    const folder = await open(dirname(this.#path));
    await folder.sync().finally(() => folder.close());
    return digest;
  }

  async abandon(): Promise<void> {
    this.#pack.destroy();
    await this.#file.close().catch(() => undefined);
    await rm(`${this.#path}.part`, { force: true });
  }

  async #feed(name: string, size: number, content: AsyncIterable<Buffer> | Buffer[]): Promise<void> {
    const entry = this.#pack.entry({ name, size, mode: 0o600, mtime: this.#moment });
    let given = 0;
    for await (const chunk of content) {
      given += chunk.length;
      if (given > size || !(await give(entry, chunk))) break;
    }
    if (given !== size) throw new Error(`${name} has ${given} bytes instead of ${size}`);
    entry.end(null);
  }

  /** Until all that was given is in the file, so that what follows knows the digest of all before it. */
  async #drain(): Promise<void> {
    while (this.#written < this.#given) {
      const { done, value } = await this.#bytes.next();
      if (done || !Buffer.isBuffer(value)) return;
      await this.#write(value);
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#digest.update(bytes);
    this.#written += bytes.length;
    for (let at = 0; at < bytes.length;) at += (await this.#file.write(bytes, at)).bytesWritten;
  }
}
