import { fileTypeFromBuffer } from "file-type";

const ENOUGH = 4100;

/** The beginning of a content that flows by, which says what kind of file it is. */
export class HeadOf {
  #chunks: Buffer[] = [];
  #length = 0;
  take(chunk: Buffer): void {
    if (this.#length >= ENOUGH) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }
  /** Sniffed; text formats have no mark, so they are plain text whatever was said of them. */
  async kind(said: string): Promise<string> {
    const found = await fileTypeFromBuffer(Buffer.concat(this.#chunks));
    return (
      found?.mime ??
      (said === "text/csv" ? said : said.startsWith("text/") ? "text/plain" : "application/octet-stream")
    );
  }
}
