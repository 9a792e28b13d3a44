import { connect, type Socket } from "node:net";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PATCH";
  readonly path: string;
  readonly headers?: string;
  readonly body?: string;
}
export interface Load {
  /** Operations done. */
  readonly count: number;
  readonly seconds: number;
  readonly latencies: readonly number[];
}

const END = Buffer.from("\r\n\r\n");
const LAST_CHUNK = Buffer.from("\r\n0\r\n\r\n");

/** An answer that is no success, e.g. a read that was stopped because it took too long. */
export class ServerRefused extends Error {
  constructor(answer: string) {
    const code = /"code":"(\w+)"/.exec(answer)?.[1];
    super(code ? `${answer.slice(9, 12)} ${code}` : `the server answered ${answer.slice(0, 1200)}`);
  }
}

/** One connection that asks and waits: a client so thin that it does not weigh on what is measured. */
class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #waiting: { resolve(answer: string): void; reject(error: Error): void } | undefined;
  #wanted = -1;
  #length = 0;

  constructor(port: number) {
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.#socket.on("data", (chunk: Buffer) => this.#take(chunk));
    this.#socket.on("error", (error) => this.#waiting?.reject(error));
    this.#socket.on("close", () => this.#waiting?.reject(new Error("the server closed the connection")));
  }

  ask({ method, path, headers = "", body = "" }: HttpRequest): Promise<string> {
    const length =
      body === "" ? "" : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#received = [];
      this.#length = 0;
      this.#wanted = -1;
      this.#socket.write(`${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${headers}${length}\r\n${body}`);
    });
  }
  end(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#length += chunk.length;
    if (this.#wanted < 0) {
      const whole = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
      const end = whole.indexOf(END);
      if (end < 0) return;
      const head = whole.toString("latin1", 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      this.#wanted =
        length === undefined && /\r\ntransfer-encoding: chunked/i.test(head)
          ? Number.POSITIVE_INFINITY
          : end + END.length + Number(length ?? 0);
    }
    // An answer in chunks ends with an empty one.
    const isWhole =
      this.#wanted === Number.POSITIVE_INFINITY ? this.#endsWith(LAST_CHUNK) : this.#length >= this.#wanted;
    if (!isWhole) return;
    const answer = Buffer.concat(this.#received).toString("latin1");
    const waiting = this.#waiting;
    if (answer.startsWith("HTTP/1.1 2")) waiting?.resolve(answer);
    else waiting?.reject(new ServerRefused(answer));
  }
  #endsWith(end: Buffer): boolean {
    const last = this.#received.at(-1) ?? Buffer.alloc(0);
    const tail = last.length >= end.length ? last : Buffer.concat(this.#received.slice(-2));
    return tail.subarray(-end.length).equals(end);
  }
}

/**
 * Sends requests from `next` for `seconds` over `connections`; ends early when `next` has no more. Any answer
 * but 2xx throws.
 */
export async function httpLoad(
  port: number,
  connections: number,
  seconds: number,
  next: () => HttpRequest | undefined,
): Promise<Load> {
  const open = Array.from({ length: connections }, () => new Connection(port));
  try {
    return await loadLoop(connections, seconds, async (at) => {
      const request = next();
      if (request) await open[at]?.ask(request);
      return request !== undefined;
    });
  } finally {
    for (const connection of open) connection.end();
  }
}

/**
 * Runs `work` again and again in `workers` lanes for `seconds`; `work` answers false when nothing is left to
 * do.
 */
export async function loadLoop(
  workers: number,
  seconds: number,
  work: (lane: number) => Promise<boolean>,
): Promise<Load> {
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const lane = async (at: number): Promise<void> => {
    for (let from = performance.now(); from < end;) {
      if (!(await work(at))) return;
      const now = performance.now();
      latencies.push(now - from);
      from = now;
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, at) => lane(at)));
  return { count: latencies.length, seconds: (performance.now() - begun) / 1000, latencies };
}
