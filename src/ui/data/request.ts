import { readTogether } from "../../shared/wire/reads.contract.ts";
import { forgetAskedFirst } from "./asked-first.ts";
import { NetworkError, ProblemError, problemFrom } from "./problem-error.ts";

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
export interface RequestOptions {
  readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly query?: Query;
  readonly body?: unknown;
  /** Idempotency key of the intention (see intent.ts). */
  readonly key?: string;
  readonly ifVersion?: number;
  readonly signal?: AbortSignal;
  /** Which screen the write came from; kept in the log. */
  readonly road?: "form" | "board";
}

/** Fired on `window` when the server no longer knows the session. */
export const SESSION_ENDED = "sluice:session-ended";

/** Where a 401 is an answer to somebody who is not inside yet. */
export const DOOR = /^\/(session(\/.*)?|me|invitations\/.*)$/;

export function apiPath(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "" && value !== false)
      search.set(name, value === true ? "1" : String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ""}`;
}

/** Calls the API. Refusals throw ProblemError, lost connections NetworkError. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204) return undefined as T;
  return taken<T>(path, response.status, await readJson(response));
}

/** The body of a success; a refusal is thrown. */
export function taken<T>(path: string, status: number, body: unknown): T {
  if (status >= 200 && status < 300) return body as T;
  if (status === 401 && !DOOR.test(path)) window.dispatchEvent(new Event(SESSION_ENDED));
  throw new ProblemError(problemFrom(status, body));
}

/** Like `request`, for answers that are files. */
export async function requestBlob(path: string, options: RequestOptions = {}): Promise<FileAnswer> {
  const response = await send(path, options);
  if (!response.ok) throw new ProblemError(problemFrom(response.status, await readJson(response)));
  const marked = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { blob: await response.blob(), marked: marked === undefined ? null : decodeURIComponent(marked) };
}
export interface FileAnswer {
  readonly blob: Blob;
  /** The name that the server insists on: it says who took the file out. */
  readonly marked: string | null;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = "GET", query, body, key, ifVersion, signal, road } = options;
  const headers = new Headers({
    Accept: "application/json",
    "Accept-Language": document.documentElement.lang,
  });
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set("Content-Type", "application/json");
  if (method !== "GET") headers.set("X-Sluice-Road", road ?? "form");
  if (method !== "GET" && path !== readTogether.path) forgetAskedFirst();
  if (key) headers.set("Idempotency-Key", key);
  if (ifVersion !== undefined) headers.set("If-Match", `"${ifVersion}"`);
  try {
    const payload = body === undefined ? null : isForm ? body : JSON.stringify(body);
    return await fetch(apiPath(path, query), {
      method,
      headers,
      body: payload,
      credentials: "same-origin",
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new NetworkError(error);
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
