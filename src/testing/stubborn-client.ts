import { randomUUID } from "node:crypto";

export interface StubbornAnswer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
  /** Times it was sent. */
  readonly tries: number;
}
type Method = "GET" | "POST" | "PATCH" | "DELETE";

/**
 * A caller who does not rest until he knows what became of his request: the same Idempotency-Key again
 * whenever the line or the server was lost, to the next of several servers.
 */
export class StubbornClient {
  /** Requests that had to be sent more than once. */
  repeated = 0;
  readonly #urls: readonly string[];
  readonly #login: { readonly login: string; readonly password: string };
  readonly #patience: number;
  #key = "";

  constructor(
    urls: string | readonly string[],
    login: { readonly login: string; readonly password: string },
    patience = 90_000,
  ) {
    this.#urls = [urls].flat();
    this.#login = login;
    this.#patience = patience;
  }

  get = (path: string): Promise<StubbornAnswer> => this.#send("GET", path, undefined);
  post = (path: string, body: unknown = {}): Promise<StubbornAnswer> => this.#send("POST", path, body);
  patch = (path: string, body: unknown): Promise<StubbornAnswer> => this.#send("PATCH", path, body);
  delete = (path: string): Promise<StubbornAnswer> => this.#send("DELETE", path, undefined);

  /** Uploads a file with options. */
  upload(path: string, name: string, content: string, options: object): Promise<StubbornAnswer> {
    const form = new FormData();
    form.set("options", JSON.stringify(options));
    form.set("file", new Blob([content]), name);
    return this.#send("POST", path, form);
  }

  async #send(method: Method, path: string, body: unknown): Promise<StubbornAnswer> {
    const key = randomUUID();
    const until = Date.now() + this.#patience;
    let last = "";
    for (let tries = 1; Date.now() < until; tries++) {
      if (tries === 2) this.repeated += 1;
      if (tries > 1) await pause(Math.min(50 * tries, 500));
      const url = this.#urls[(tries - 1) % this.#urls.length] ?? "";
      try {
        if (!this.#key) this.#key = await this.#makeKey(url);
        const isForm = body instanceof FormData;
        const headers = {
          authorization: `Bearer ${this.#key}`,
          "accept-language": "en",
          ...(method === "GET" ? {} : { "idempotency-key": key }),
          ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
        };
        const payload = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
        const answer = await fetch(`${url}/api/v1${path}`, {
          method,
          headers,
          ...payload,
          signal: AbortSignal.timeout(20_000),
        });
        const text = await answer.text();
        const json: unknown = text ? JSON.parse(text) : null;
        last = `${answer.status} ${text.slice(0, 500)}`;
        if (answer.status >= 500 && answer.status !== 503) throw new Unexpected(`${method} ${path}: ${last}`);
        if (answer.status !== 503 && !(answer.status === 409 && text.includes("key_in_use")))
          return { status: answer.status, json, tries };
      } catch (error) {
        if (error instanceof Unexpected) throw error;
        last = String(error instanceof Error ? (error.cause ?? error) : error);
      }
    }
    throw new Error(`${method} ${path} was never answered: ${last}`);
  }

  async #makeKey(url: string): Promise<string> {
    const signed = await fetch(`${url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url },
      body: JSON.stringify(this.#login),
    });
    const cookie = signed.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const made = await fetch(`${url}/api/v1/api-keys`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, cookie },
      body: JSON.stringify({ name: "stubborn" }),
    });
    const { key } = (await made.json()) as { key?: string };
    if (!key) throw new Error(`no API key: ${made.status}`);
    return key;
  }
}

/** 500: nobody may see one, also not while the database is away. */
export class Unexpected extends Error {}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
