import { createHash, createHmac } from "node:crypto";

export interface Keys {
  readonly id: string;
  readonly secret: string;
}
export interface Unsigned {
  readonly method: string;
  /** Encoded already, each name once, as it goes over the wire. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case; all of them are signed, `host` and `x-amz-date` must be among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, in hex. */
  readonly payload: string;
}

/** The value of `Authorization` by AWS Signature Version 4, as S3 and those that speak like it want it. */
export function authorizationOf(
  { method, path, query, headers, payload }: Unsigned,
  { id, secret }: Keys,
  region: string,
): string {
  const at = headers["x-amz-date"] ?? "";
  const names = Object.keys(headers).toSorted();
  const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
  const asked = [method, path, spellQuery(query), lines, names.join(";"), payload].join("\n");
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", at, scope, sha256(asked)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  const signature = hmac(key, toSign).toString("hex");
  return `AWS4-HMAC-SHA256 Credential=${id}/${scope},SignedHeaders=${names.join(";")},Signature=${signature}`;
}

/** Sorted by name, as it is signed; sent the same, so that no proxy has a reason to reorder it. */
export function spellQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join("&");
}

/** Of a key: its slashes stay. */
export const encodePath = (path: string): string => path.split("/").map(encode).join("/");

/** Percent-encoding of everything but unreserved characters; the built-in one leaves five more alone. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** 20130524T000000Z */
export const stampOf = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
export const sha256 = (content: string | Buffer): string =>
  createHash("sha256").update(content).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
