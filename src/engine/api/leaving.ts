import type { FastifyReply } from "fastify";
import type { Leaving } from "../../platform/db/database.ts";

/**
 * Whether the caller of one request is gone. What the runtime has for it is made for more, and costs a
 * request as much as its record.
 */
class CallerLeaving implements Leaving {
  aborted = false;
  #told: Set<() => void> | undefined;

  addEventListener(_: "abort", tell: () => void): void {
    (this.#told ??= new Set()).add(tell);
  }
  removeEventListener(_: "abort", tell: () => void): void {
    this.#told?.delete(tell);
  }
  leave(): void {
    this.aborted = true;
    const told = [...(this.#told ?? [])];
    this.#told = undefined;
    for (const tell of told) tell();
  }
}

/** Told when the connection closes before the answer has gone out. */
export function leavingOf({ raw }: FastifyReply): Leaving {
  const leaving = new CallerLeaving();
  raw.once("close", () => {
    if (!raw.writableFinished) leaving.leave();
  });
  return leaving;
}
