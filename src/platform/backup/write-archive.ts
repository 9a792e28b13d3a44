import { createHash } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { END, padding, tarHeader } from "./tar.ts";

/** The entry behind which nothing is covered by the digest that it holds. */
export const DIGEST = "sha256";

/** A tar file that comes into being entry by entry; its last entry is the SHA-256 of all bytes before it. */
export class ArchiveWriter {
  readonly #digest = createHash("sha256");
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #seconds = Math.floor(Date.now() / 1000);

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
    await this.#write(tarHeader({ name, size: bytes.length }, this.#seconds));
    await this.#write(bytes);
    await this.#write(padding(bytes.length));
  }

  /** Of a known size. Throws when another number of bytes comes. */
  async addStream(name: string, size: number, content: AsyncIterable<Buffer>): Promise<void> {
    await this.#write(tarHeader({ name, size }, this.#seconds));
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      await this.#write(chunk);
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes instead of ${size}`);
    await this.#write(padding(size));
  }

  /** Resolves with the digest when the file is safe on the disk and in its place. */
  async finish(): Promise<string> {
    const digest = this.#digest.copy().digest("hex");
    await this.add(DIGEST, `${digest}\n`);
    await this.#write(END);
    await this.#file.sync();
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
    const folder = await open(dirname(this.#path));
    await folder.sync().finally(() => folder.close());
    return digest;
  }

  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(`${this.#path}.part`, { force: true });
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#digest.update(bytes);
    for (let at = 0; at < bytes.length;) at += (await this.#file.write(bytes, at)).bytesWritten;
  }
}
