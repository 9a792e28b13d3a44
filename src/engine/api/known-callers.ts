import { hash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Context } from "../kernel/context.ts";

/**
 * Who sends a request. `signedIn` is false for nobody; `isElsewhere`: known, but not allowed from this
 * network.
 */
export interface Who {
  readonly context: Context;
  readonly signedIn: boolean;
  readonly isElsewhere?: boolean;
  /** A password that somebody else set must be changed before anything else. */
  readonly isPasswordDue?: boolean;
  /**
   * What the database said of the credentials, versions of rights and definitions included: where it says the
   * same again, the context is the same.
   */
  readonly proof?: object | null;
}
const MOST = 2000;

/**
 * Who sent requests with the same credentials last. A guess and no more: every request asks anew who sends
 * it.
 */
export class KnownCallers {
  readonly #callers = new Map<string, Who>();

  /** As whom a request with these credentials was answered last, for now; nobody where that is not known. */
  guess(request: FastifyRequest): Who | undefined {
    const known = this.#callers.get(keyOf(request));
    return (
      known && {
        ...known,
        context: { ...known.context, requestId: request.id, now: new Date().toISOString() },
      }
    );
  }

  /** Keeps whom a request turned out to come from, `guessed` before or not. */
  remember(request: FastifyRequest, who: Who, guessed?: Who): void {
    if (who === guessed) return;
    const { context, signedIn, isElsewhere } = who;
    const key = keyOf(request);
    const known = this.#callers.get(key)?.context;
    this.#callers.delete(key);
    // Whom somebody looks as is made anew each time.
    if (!signedIn || isElsewhere || context.principal.viewedBy) return;
    this.#callers.set(key, who);
    if (known && known.catalog !== context.catalog) this.#dropOthers(context);
    for (const oldest of this.#callers.keys()) {
      if (this.#callers.size > MOST) this.#callers.delete(oldest);
      return;
    }
  }

  /** Definitions that hold no more are not kept in memory for those who have gone home. */
  #dropOthers({ workspace, catalog }: Context): void {
    for (const [key, { context }] of this.#callers)
      if (context.workspace.schema === workspace.schema && context.catalog !== catalog)
        this.#callers.delete(key);
  }
}

/** Whatever decides who sends a request and in which language; digested, as it holds secrets. */
function keyOf({ headers, ip }: FastifyRequest): string {
  return hash(
    "sha256",
    [headers.host, headers.cookie, headers.authorization, headers["accept-language"], ip].join("\n"),
    "base64",
  );
}
