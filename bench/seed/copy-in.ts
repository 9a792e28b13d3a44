import pg from "pg";

/** What the driver gives a query of its own kind to work with. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  readonly stream: {
    readonly writableNeedDrain: boolean;
    once(event: "drain" | "close", told: () => void): void;
  };
}
const CHUNK = 256 * 1024;

/** One `COPY table (columns) FROM STDIN` over a connection of its own, fed line by line. */
export class CopyIn {
  readonly #client: pg.Client;
  readonly #done: Promise<void>;
  #wire: Wire | undefined;
  #closed: Promise<void> | undefined;
  #lines: string[] = [];
  #length = 0;
  rows = 0;

  private constructor(client: pg.Client, text: string) {
    this.#client = client;
    this.#done = new Promise((resolve, reject) => {
      let failure: Error | undefined;
      const copy = {
        submit: (wire: Wire) => wire.query(text),
        handleCopyInResponse: (wire: Wire) => {
          this.#wire = wire;
          this.#closed = new Promise((closed) => wire.stream.once("close", closed));
        },
        handleCommandComplete: () => undefined,
        handleError: (error: Error) => void ((failure = error), reject(error)),
        handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
      };
      client.query(copy as unknown as pg.Submittable);
    });
    this.#done.catch(() => undefined);
  }

  static async open(url: string, table: string, columns: readonly string[]): Promise<CopyIn> {
    const client = new pg.Client({ connectionString: url, application_name: "sluice-seed" });
    await client.connect();
    await client.query(
      "set timezone = 'UTC'; set synchronous_commit = off; set session_replication_role = replica",
    );
    const copy = new CopyIn(
      client,
      `copy ${table} (${columns.map((name) => `"${name}"`).join(", ")}) from stdin`,
    );
    try {
      while (!copy.#wire) await Promise.race([new Promise((resolve) => setTimeout(resolve, 2)), copy.#done]);
    } catch (error) {
      await client.end();
      throw error;
    }
    return copy;
  }

  /** One row: cells joined by tabs, null as `\N`. */
  write(line: string): void {
    this.#lines.push(line);
    this.#length += line.length;
    this.rows += 1;
    if (this.#length >= CHUNK) this.#flush();
  }
  #flush(): void {
    if (this.#lines.length === 0) return;
    this.#wire?.sendCopyFromChunk(Buffer.from(`${this.#lines.join("\n")}\n`));
    this.#lines = [];
    this.#length = 0;
  }
  /** Waits while the server is behind. Throws when it has refused a row. */
  async settle(): Promise<void> {
    const stream = this.#wire?.stream;
    if (!stream?.writableNeedDrain) return;
    await Promise.race([
      new Promise<void>((resolve) => stream.once("drain", resolve)),
      this.#closed,
      this.#done,
    ]);
  }
  async end(): Promise<void> {
    this.#flush();
    this.#wire?.endCopyFrom();
    await this.#done;
    await this.#client.end();
  }
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
/** A value as COPY reads it. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}
/** A list of texts as an array literal. */
export const listCell = (values: readonly string[]): string =>
  cell(`{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
