import type { TSchema } from "@sinclair/typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Label } from "../../shared/i18n/label.ts";
import type { Contract } from "../../shared/wire/contract.ts";
import type { Context } from "../kernel/context.ts";
import type { Result } from "../kernel/refusal.ts";

/**
 * One endpoint under /api/v1, made of its contract by `serve`. OpenAPI is made from the list of these and the
 * catalog.
 */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** "/records/:object/:id" */
  readonly path: string;
  /** Absent: under /api/v1. */
  readonly base?: Contract["base"];
  readonly summary: Label;
  readonly description?: Label;
  readonly tag: string;
  /** Reachable without signing in; its context has a principal without any right. */
  readonly open?: boolean;
  /** Answers colleagues without roles, too; to them every other endpoint does not exist. */
  readonly outsiders?: true;
  /** The ability that the caller needs (403 otherwise). */
  readonly ability?: string;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly form?: Contract["form"];
  /** What the contract says of the answer and of refusals. */
  readonly answer?: Contract["answer"];
  readonly also?: Contract["also"];
  readonly errors?: Contract["errors"];
  /**
   * Takes multipart/form-data: reads `request.parts()` into a body that says what was sent, by content (a
   * file by its hash), so that an idempotency key covers it. JSON bodies of such a route stay as they are.
   */
  readonly multipart?: (context: Context, request: FastifyRequest) => Promise<Result<object>>;
  /** Status of success: 200 unless told. 204 sends no body. */
  readonly status?: 200 | 201 | 202 | 204;
  /** POSTs that only read: never need an idempotency key, allowed in read-only views. */
  readonly reads?: boolean;
  /**
   * May be done while the caller is being looked up, on the guess that he is who he was: a GET that only
   * reads the database, or a write all of whose doing is one transaction, which commits nothing before the
   * guess is confirmed.
   */
  readonly ahead?: boolean;
  /**
   * A read that can wait a moment, so that a replica may answer it: always, or when it asks about the past.
   */
  readonly replica?: "always" | "past";
  /**
   * Milliseconds for each of its statements outside a transaction, where reading takes longer than that of a
   * list (`READ_MS`).
   */
  readonly longest?: number;
  /** Answers somebody whose password is due to be changed; everything else waits until it is. */
  readonly whilePasswordDue?: boolean;
  /**
   * While somebody looks as another person, writes are refused and reads are open. "open": works all the
   * same; "closed": refused although it reads.
   */
  readonly viewing?: "open" | "closed";
  readonly run: (context: Context, call: Call) => Promise<Result<unknown>>;
}
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Checked against `body`, or what `multipart` has received. */
  readonly body: unknown;
  readonly request: FastifyRequest;
  /**
   * Asks again who sends this request, for answers that go on for long: rights may have changed, the session
   * may have ended.
   */
  readonly again?: () => Promise<{ readonly context: Context; readonly signedIn: boolean }>;
  /** For cookies and streams. A handler that has sent the answer itself returns `accept(SENT)`. */
  readonly reply: FastifyReply;
}
/** The handler has answered on `reply` itself. */
export const SENT = Symbol("sent");
