import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What the storage does with the next request that fits: is busy, never answers, breaks off in the middle of
 * a content, gives a content with a wrong byte, or finds the caller's clock an hour slow.
 */
export interface Misdeed {
  readonly what: "busy" | "hang" | "cut" | "damage" | "clock";
  readonly method: string;
}
export interface TestObjectStorage {
  readonly endpoint: string;
  readonly keys: { readonly id: string; readonly secret: string };
  /** Contents by bucket and key: "files/main/ab/cd/…". */
  readonly objects: Map<string, Buffer>;
  readonly misdeeds: Misdeed[];
  /** "PUT 200", in order. */
  readonly answered: string[];
  /** Uploads in pieces that nobody finished or took away. */
  readonly unfinished: () => number;
  close(): Promise<void>;
}

const KEYS = { id: "TESTKEYID", secret: "test/secret+key" };
const REGION = "cn-test-1";
const hash = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
const SKEW_MS = 3_600_000;

/**
 * An S3-compatible storage in memory, with one bucket “files”. It works out every signature by itself, by the
 * published rules, and refuses what does not fit: the caller's signing is never its own judge.
 */
export async function testObjectStorage(): Promise<TestObjectStorage> {
  const state = new Storage();
  const server = createServer((request, reply) => {
    state.answer(request, reply).catch(() => reply.destroy());
  });
  server.on("connection", (socket) => socket.on("error", () => undefined));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    keys: KEYS,
    objects: state.objects,
    misdeeds: state.misdeeds,
    answered: state.answered,
    unfinished: () => state.uploads.size,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class Storage {
  readonly objects = new Map<string, Buffer>();
  readonly misdeeds: Misdeed[] = [];
  readonly answered: string[] = [];
  readonly uploads = new Map<string, Map<number, Buffer>>();
  #ahead = 0;

  async answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://storage");
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const method = request.method ?? "";
    const at = this.misdeeds.findIndex((one) => one.method === method);
    const what = at < 0 ? undefined : this.misdeeds.splice(at, 1)[0]?.what;
    const send = (status: number, content: string | Buffer = "", headers: Record<string, string> = {}) => {
      this.answered.push(`${method} ${status}`);
      reply.writeHead(status, { ...headers, date: new Date(Date.now() + this.#ahead).toUTCString() });
      reply.end(content);
    };
    const refuse = (status: number, code: string) => send(status, `<Error><Code>${code}</Code></Error>`);
    if (what === "hang") return;
    if (what === "busy") return refuse(503, "SlowDown");
    if (what === "clock") this.#ahead = SKEW_MS;
    const wrong = this.#wrongWith(request, url, body);
    if (wrong) return refuse(403, wrong);
    const [, bucket, ...rest] = decodeURIComponent(url.pathname).split("/");
    if (bucket !== "files") return refuse(404, "NoSuchBucket");
    const key = rest.join("/");
    if (!key) return send(200, this.#list(url.searchParams));
    const content = this.objects.get(key);
    if (method === "GET" || method === "HEAD") {
      if (!content) return refuse(404, "NoSuchKey");
      return this.#give(request, reply, content, what, send);
    }
    if (method === "DELETE" && !url.searchParams.has("uploadId")) this.objects.delete(key);
    return this.#take(method, url.searchParams, key, body, send);
  }

  #take(
    method: string,
    query: URLSearchParams,
    key: string,
    body: Buffer,
    send: (status: number, content?: string, headers?: Record<string, string>) => void,
  ): void {
    const id = query.get("uploadId") ?? "";
    const pieces = this.uploads.get(id);
    if (method === "POST" && query.has("uploads")) {
      const made = `upload-${this.uploads.size + 1}`;
      this.uploads.set(made, new Map());
      return send(200, `<R><UploadId>${made}</UploadId></R>`);
    }
    if (id && !pieces) return send(404, "<Error><Code>NoSuchUpload</Code></Error>");
    if (method === "DELETE") {
      this.uploads.delete(id);
      return send(204);
    }
    const tag = { etag: `"${hash(body).slice(0, 32)}"` };
    if (method === "PUT" && pieces) pieces.set(Number(query.get("partNumber")), body);
    else if (method === "PUT") this.objects.set(key, body);
    else {
      const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>&quot;([0-9a-f]+)/g)];
      const parts = named.map(([, number]) => pieces?.get(Number(number)) ?? Buffer.alloc(0));
      if (named.some(([, , said], index) => hash(parts[index] ?? "").slice(0, 32) !== said))
        return send(200, "<Error><Code>InvalidPart</Code></Error>");
      this.objects.set(key, Buffer.concat(parts));
      this.uploads.delete(id);
    }
    return send(200, "", tag);
  }

  #give(
    request: IncomingMessage,
    reply: ServerResponse,
    content: Buffer,
    what: Misdeed["what"] | undefined,
    send: (status: number, content: Buffer, headers: Record<string, string>) => void,
  ): void {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const part = from ? content.subarray(Number(from), to ? Number(to) + 1 : undefined) : content;
    const headers = { "content-length": String(part.length) };
    if (what === "cut") {
      reply.writeHead(200, headers);
      reply.write(part.subarray(0, part.length >> 1), () => reply.destroy());
      return;
    }
    const given = Buffer.from(part);
    if (what === "damage") given[0] = (given[0] ?? 0) ^ 1;
    send(from ? 206 : 200, given, headers);
  }

  #list(query: URLSearchParams): string {
    const most = Number(query.get("max-keys") ?? 2);
    const [prefix, after] = [query.get("prefix") ?? "", query.get("continuation-token") ?? ""];
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
    const shown = keys.slice(0, most);
    const entries = shown.map(
      (key) => `<Contents><Key>${key}</Key><Size>${this.objects.get(key)?.length}</Size></Contents>`,
    );
    const next = keys.length > most ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : "";
    return `<ListBucketResult>${entries.join("\n")}${next}</ListBucketResult>`;
  }

  /** The code of what is wrong with who asks, or undefined. */
  #wrongWith(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
    const { headers } = request;
    const payload = String(headers["x-amz-content-sha256"]);
    if (payload !== hash(body)) return "XAmzContentSHA256Mismatch";
    const said =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
        headers.authorization ?? "",
      );
    if (!said) return "AccessDenied";
    const [, id, day = "", region = "", signed = "", signature] = said;
    if (id !== KEYS.id) return "InvalidAccessKeyId";
    const stamp = String(headers["x-amz-date"]);
    const sent = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
    if (region !== REGION || !stamp.startsWith(day)) return "AuthorizationHeaderMalformed";
    if (!signed.split(";").includes("host")) return "AccessDenied";
    const canonical = [
      request.method,
      url.pathname,
      [...url.searchParams]
        .map(([name, value]) => `${strict(name)}=${strict(value)}`)
        .toSorted()
        .join("&"),
      ...signed.split(";").map((name) => `${name}:${String(headers[name]).trim()}`),
      "",
      signed,
      payload,
    ].join("\n");
    const text = `AWS4-HMAC-SHA256\n${stamp}\n${day}/${region}/s3/aws4_request\n${hash(canonical)}`;
    let key: Buffer = Buffer.from(`AWS4${KEYS.secret}`);
    for (const part of [day, region, "s3", "aws4_request", text])
      key = createHmac("sha256", key).update(part).digest();
    if (key.toString("hex") !== signature) return "SignatureDoesNotMatch";
    return Math.abs(sent - Date.now() - this.#ahead) > 900_000 ? "RequestTimeTooSkewed" : undefined;
  }
}

const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
