import { request as overHttp, type IncomingMessage } from "node:http";
import { request as overHttps } from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import type { S3Place } from "./place.ts";
import { authorizationOf, encodePath, sha256, spellQuery, stampOf } from "./sign-request.ts";

export interface Call {
  readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** Under the prefix; absent: the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
}
/** Opened anew for each attempt. */
export interface Body {
  readonly size: number;
  readonly sha256: string;
  readonly open: () => Readable;
}
/** How long an attempt may stand still, how many there are, and the first pause between them. */
export interface Patience {
  readonly stillMs: number;
  readonly attempts: number;
  readonly pauseMs: number;
}
const PATIENCE: Patience = { stillMs: 20_000, attempts: 5, pauseMs: 200 };
const LONGEST_PAUSE_MS = 5000;
const SKEWED = "RequestTimeTooSkewed";
/** A storage bears 15 minutes. */
const SKEWED_MS = 300_000;

/** The storage has said no: `code` is its word for why. */
export class S3Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`The object storage answered ${status} ${code}`);
  }
}
/** It could not be reached, or did not do it in several attempts. */
export class S3Unreachable extends Error {}

/**
 * Speaks to an S3-compatible storage: signed, with several attempts where it is busy, silent or breaks off,
 * and by its clock where ours differs.
 */
export class S3Client {
  #skew = 0;
  constructor(
    readonly place: S3Place,
    readonly patience: Patience = PATIENCE,
  ) {}

  /** The answer with its content read. Throws S3Refused, S3Unreachable. */
  async ask(call: Call): Promise<{ status: number; text: string; headers: IncomingMessage["headers"] }> {
    return this.#trying(call, async (answer) => ({
      status: answer.statusCode ?? 0,
      text: await text(answer),
      headers: answer.headers,
    }));
  }

  /** The answer with its content still to be read. Throws S3Refused, S3Unreachable. */
  open(call: Call): Promise<IncomingMessage> {
    return this.#trying(call, async (answer) => answer);
  }

  async #trying<T>(call: Call, take: (answer: IncomingMessage) => Promise<T>): Promise<T> {
    let last: unknown;
    for (let attempt = 0; attempt < this.patience.attempts; attempt += 1) {
      if (attempt > 0) await this.wait(attempt);
      try {
        return await take(await this.#once(call));
      } catch (error) {
        if (error instanceof S3Refused && !isPassing(error)) throw error;
        last = error;
      }
    }
    throw new S3Unreachable(`The object storage did not do it: ${reasonOf(last)}`, { cause: last });
  }

  /** Longer each time, and never all callers at once. */
  async wait(attempt: number): Promise<void> {
    const longest = Math.min(LONGEST_PAUSE_MS, this.patience.pauseMs * 2 ** attempt);
    await pause(longest / 2 + (Math.random() * longest) / 2);
  }

  async #once(call: Call): Promise<IncomingMessage> {
    const answer = await this.#send(call);
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) return answer;
    const said = call.method === "HEAD" ? "" : await text(answer);
    answer.resume();
    const skew = Date.parse(answer.headers.date ?? "") - Date.now();
    // The answer to a HEAD cannot say why.
    if (status === 403 && Math.abs(skew - this.#skew) > SKEWED_MS) {
      this.#skew = skew;
      throw new S3Refused(status, SKEWED);
    }
    throw new S3Refused(status, elementIn(said, "Code") ?? (status === 404 ? "NotFound" : String(status)));
  }

  #send({ method, key, query = {}, headers = {}, body }: Call): Promise<IncomingMessage> {
    const { endpoint, bucket, prefix, style, region, keys } = this.place;
    const origin = new URL(endpoint);
    const host = style === "host" ? `${bucket}.${origin.host}` : origin.host;
    const inBucket = key === undefined ? "" : [prefix, key].filter(Boolean).join("/");
    const path = encodePath(`/${[style === "path" ? bucket : "", inBucket].filter(Boolean).join("/")}`);
    const payload = body?.sha256 ?? sha256("");
    const all = {
      ...headers,
      host,
      "x-amz-content-sha256": payload,
      "x-amz-date": stampOf(Date.now() + this.#skew),
    };
    const authorization = authorizationOf({ method, path, query, headers: all, payload }, keys, region);
    const asked = spellQuery(query);
    const target = new URL(`${origin.protocol}//${host}`);
    return new Promise((resolve, reject) => {
      const send = target.protocol === "https:" ? overHttps : overHttp;
      const request = send({
        hostname: target.hostname,
        port: target.port,
        path: asked ? `${path}?${asked}` : path,
        method,
        headers: { ...all, authorization, "content-length": String(body?.size ?? 0) },
      });
      request.setTimeout(this.patience.stillMs, () => request.destroy(new Error("it stood still")));
      request.once("response", resolve);
      request.on("error", reject);
      if (!body) return request.end();
      pipeline(body.open(), request).catch(reject);
    });
  }
}

/** What may be otherwise in a moment: it is busy, or had to tell us its time first. */
const isPassing = ({ status, code }: S3Refused): boolean =>
  status >= 500 || status === 429 || code === SKEWED || code === "RequestTimeout";

const reasonOf = (error: unknown): string =>
  error instanceof S3Refused
    ? `${error.status} ${error.code}`
    : error instanceof Error && "code" in error
      ? String(error.code)
      : error instanceof Error
        ? error.message
        : String(error);

/** The text of the first element of this name: the answers that we read have no deeper structure. */
export function elementIn(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`)
    .exec(xml)?.[1]
    ?.replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"');
}
