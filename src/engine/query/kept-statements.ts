import type { Context } from "../kernel/context.ts";

const MOST = 500;

interface Kept<T> {
  readonly made: T;
  readonly catalog: Context["catalog"];
  readonly company: Context["company"];
}

/**
 * What was made of a question for one caller, for when he asks it again: a statement follows from his rights,
 * from the definitions and from the question alone. A principal is made anew whenever his rights or shares
 * change, so what was made for another principal is never found. What has asked for the time is not kept.
 */
export class StatementCache<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #seen = new WeakSet<object>();

  make(context: Context, question: string, make: (context: Context) => T): T {
    const { catalog, company, principal, workspace, language, knownAt } = context;
    if (knownAt !== undefined || !this.#comesAgain(principal)) return make(context);
    const key = `${numberOf(principal)} ${numberOf(workspace)} ${language} ${question}`;
    const known = this.#kept.get(key);
    if (known && known.catalog === catalog && known.company === company) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.made;
    }
    const watched = watchTime(context);
    const made = make(watched.context);
    if (watched.isTimeless()) this.#keep(key, { made, catalog, company });
    return made;
  }

  /** Who asks once and is made anew next time needs no place. */
  #comesAgain(principal: object): boolean {
    if (this.#seen.has(principal)) return true;
    this.#seen.add(principal);
    return false;
  }

  #keep(key: string, kept: Kept<T>): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (this.#kept.size <= MOST) return;
    for (const oldest of this.#kept.keys()) return void this.#kept.delete(oldest);
  }
}

const numbers = new WeakMap<object, number>();
let last = 0;
function numberOf(one: object): number {
  const known = numbers.get(one);
  if (known !== undefined) return known;
  numbers.set(one, (last += 1));
  return last;
}

/** The same context, and whether anybody has asked it for the time. */
function watchTime(context: Context): { readonly context: Context; readonly isTimeless: () => boolean } {
  let isAsked = false;
  const now = (): string => {
    isAsked = true;
    return context.now;
  };
  return {
    context: Object.defineProperty({ ...context }, "now", { enumerable: true, get: now }),
    isTimeless: () => !isAsked,
  };
}
