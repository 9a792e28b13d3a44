import type { FastifyRequest } from "fastify";
import { openingOf } from "../../platform/db/opening.ts";
import type { Host } from "./host.ts";
import type { Who } from "./known-callers.ts";

/** A request whose caller is guessed, so that its work need not wait until he is known. */
export interface Guessing {
  readonly host: Host;
  readonly request: FastifyRequest;
  /** For whom it is done, with what one request may take. */
  readonly guess: Who;
  /** The same without these bounds. */
  readonly known: Who;
}

/**
 * The question goes to the database along with the one who asks it, for the caller that the request is
 * guessed to come from. Its answer counts only where the caller turns out to be just that one, under the same
 * versions of rights and definitions.
 */
export async function besides<T>(
  { host, request, guess }: Guessing,
  answerTo: (who: Who) => Promise<T>,
): Promise<[Who, Promise<T> | undefined]> {
  const turn = guess.context.db.turn();
  const asking = host.contextOf(request, turn, guess);
  const early = answerTo({ ...guess, context: { ...guess.context, db: turn } });
  // Of no interest where the guess was wrong.
  early.catch(() => undefined);
  const who = await asking;
  return [who, who === guess ? early : undefined];
}

/**
 * A write is begun for the caller that the request is guessed to come from: it locks and reads while that is
 * asked, in front of it on the same connection. It commits nothing before the caller turns out to be just
 * that one, under the same versions of rights and definitions; else nothing was done, and it is done anew.
 */
export async function begin<T>(
  { host, request, guess, known }: Guessing,
  answerTo: (who: Who) => Promise<T>,
): Promise<[Who, Promise<T> | undefined]> {
  const opening = openingOf(guess.context.db, known.context.db);
  const asking = host.contextOf(request, opening.asking, guess);
  const early = answerTo({ ...guess, context: { ...guess.context, db: opening.db } });
  // Of no interest where the guess was wrong.
  early.catch(() => undefined);
  try {
    const who = await asking;
    return [who, opening.decide(who === guess) ? early : undefined];
  } finally {
    opening.decide(false);
  }
}
