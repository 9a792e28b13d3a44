import { hash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Context, Principal } from "../context.ts";

/** Who sends a request. `signedIn` is false for nobody; `isElsewhere`: known, but not allowed from this network. */
export interface Who {
  readonly context: Context;
  readonly signedIn: boolean;
  readonly isElsewhere?: boolean;
}
const MOST = 2000;

/** Who sent requests with the same credentials last. A guess and no more: every request asks anew who sends it. */
export class KnownCallers {
  readonly #contexts = new Map<string, Context>();

  /** As whom a request with these credentials was answered last, for now; nobody where that is not known. */
  guess(request: FastifyRequest): Context | undefined {
    const known = this.#contexts.get(keyOf(request));
    return known && { ...known, requestId: request.id, now: new Date().toISOString() };
  }

  remember(request: FastifyRequest, { context, signedIn, isElsewhere }: Who): void {
    const key = keyOf(request);
    const known = this.#contexts.get(key);
    this.#contexts.delete(key);
    // Whom somebody looks as is made anew each time.
    if (!signedIn || isElsewhere || context.principal.viewedBy) return;
    this.#contexts.set(key, context);
    if (known && known.catalog !== context.catalog) this.#dropOthers(context);
    for (const oldest of this.#contexts.keys()) {
      if (this.#contexts.size > MOST) this.#contexts.delete(oldest);
      return;
    }
  }

  /** Definitions that hold no more are not kept in memory for those who have gone home. */
  #dropOthers({ workspace, catalog }: Context): void {
    for (const [key, other] of this.#contexts) if (other.workspace.schema === workspace.schema && other.catalog !== catalog) this.#contexts.delete(key);
  }
}

/** Whatever decides who sends a request and in which language; digested, as it holds secrets. */
function keyOf({ headers, ip }: FastifyRequest): string {
  return hash("sha256", [headers.host, headers.cookie, headers.authorization, headers["accept-language"], ip].join("\n"), "base64");
}

/** Whether two contexts show and allow the same: rights and definitions are kept by version, so that the same version gives the same objects. */
export function isSameCaller(one: Context, other: Context): boolean {
  return (
    one.catalog === other.catalog &&
    one.company === other.company &&
    one.language === other.language &&
    one.workspace.schema === other.workspace.schema &&
    isSamePrincipal(one.principal, other.principal)
  );
}

function isSamePrincipal({ reach: oneReach, ...one }: Principal, { reach: otherReach, ...other }: Principal): boolean {
  return haveSameParts(one, other) && (oneReach === otherReach || (oneReach !== undefined && otherReach !== undefined && haveSameParts(oneReach, otherReach)));
}

function haveSameParts(one: object, other: object): boolean {
  const parts = Object.entries(one);
  const others = new Map<string, unknown>(Object.entries(other));
  return parts.length === others.size && parts.every(([name, part]) => others.has(name) && others.get(name) === part);
}
