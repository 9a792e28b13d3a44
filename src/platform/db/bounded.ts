import type { Bounds, Leaving } from "./database.ts";

/** A statement took longer than the request may take, and was cancelled. */
export class ReadTooLong extends Error {
  constructor(readonly longest: number) {
    super(`no answer within ${longest} ms; the statement was cancelled`);
  }
}
/** Whoever asked is gone; nothing is answered, and what was asked was cancelled. */
export class CallerGone extends Error {
  constructor() {
    super("the caller is gone; the statement was cancelled");
  }
}

/** The person has as much under way as is theirs at a time, and nothing of it ended while this waited. */
export class TooManyAtOnce extends Error {
  constructor() {
    super("too many requests of one person at once");
  }
}
const LINE_MS = 10_000;

/**
 * Lets at most `most` pieces of work of one person run at a time; further ones wait in line, so that nobody
 * takes all connections.
 */
export class Shares {
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();
  constructor(private readonly most: number) {}

  /** Gives what ends the turn. */
  async enter({ of, signal }: Bounds): Promise<() => void> {
    if (signal?.aborted) throw new CallerGone();
    if (of === undefined) return () => undefined;
    const running = this.#running.get(of) ?? 0;
    if (running < this.most) this.#running.set(of, running + 1);
    else await this.#wait(of, signal);
    return () => this.#leave(of);
  }

  #wait(of: string, signal: Leaving | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const line = this.#waiting.get(of) ?? [];
      this.#waiting.set(of, line);
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", gone);
      };
      const leave = (error: Error): void => {
        settle();
        line.splice(line.indexOf(next), 1);
        if (line.length === 0 && this.#waiting.get(of) === line) this.#waiting.delete(of);
        reject(error);
      };
      const gone = (): void => leave(new CallerGone());
      const next = (): void => {
        settle();
        resolve();
      };
      const timer = setTimeout(() => leave(new TooManyAtOnce()), LINE_MS);
      line.push(next);
      signal?.addEventListener("abort", gone, { once: true });
    });
  }

  #leave(of: string): void {
    const line = this.#waiting.get(of);
    const next = line?.shift();
    if (line?.length === 0) this.#waiting.delete(of);
    if (next) return next();
    const running = (this.#running.get(of) ?? 1) - 1;
    if (running > 0) this.#running.set(of, running);
    else this.#running.delete(of);
  }
}

/** An error of the database, or what made it: a cancel looks the same whoever asked for it. */
export type Explain = (error: unknown) => unknown;

/** Between two cancels of what was sent together: each ends only the statement that runs. */
const AGAIN_MS = 20;

/**
 * Runs `work`, which `cancel` ends in the database, until it is too long or the caller is gone. A cancel has
 * reached the server before this ends, so that it hits nothing later.
 */
export async function within<T>(
  { signal, longest }: Bounds,
  work: (explain: Explain) => Promise<T>,
  cancel: () => Promise<void>,
): Promise<T> {
  if (signal?.aborted) throw new CallerGone();
  let why: Error | undefined;
  let done = false;
  let cancelled: Promise<void> | undefined;
  const cancelAll = async (): Promise<void> => {
    await cancel();
    while (!done) {
      await later(AGAIN_MS);
      if (!done) await cancel();
    }
  };
  const stop = (error: Error): void => {
    why ??= error;
    cancelled ??= cancelAll();
  };
  const gone = (): void => stop(new CallerGone());
  const timer = setTimeout(() => stop(new ReadTooLong(longest)), longest);
  signal?.addEventListener("abort", gone, { once: true });
  const explain: Explain = (error) => (why !== undefined && isCancelled(error) ? why : error);
  try {
    return await work(explain);
  } catch (error) {
    throw explain(error);
  } finally {
    done = true;
    clearTimeout(timer);
    signal?.removeEventListener("abort", gone);
    await cancelled;
  }
}
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const isCancelled = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "57014";
