/** What is written meanwhile is read together. */
export const PAUSE = 500;
/**
 * However quickly it is done, it is not begun again sooner: asking hundreds of times a second is work, too.
 */
const LEAST = 20;
/** Work behind the log takes half of the time for so long, a tenth of it after that. */
const HURRIED = 60_000;
const LONGEST = 30_000;

/** Work behind the log (sums, retention) that has more to do; all in milliseconds. */
export interface Unfinished {
  readonly took: number;
  /** How long it has said so without a break. */
  readonly going: number;
}

/**
 * How long it rests before it goes on. What says again and again that there is more may be mistaken (it takes
 * nothing away, or as much comes in as it takes), so it gets half of the time, and a tenth once that has gone
 * on for a minute.
 */
export function restAfter({ took, going }: Unfinished): number {
  const part = going < HURRIED ? 1 : 9;
  return Math.min(Math.max(took, LEAST) * part, LONGEST);
}
