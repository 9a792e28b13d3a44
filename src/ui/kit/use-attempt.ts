import type { ReactNode } from "react";
import { useTell } from "./use-tell.tsx";

export interface Outcome<T> {
  /** What is said when it is done; nothing where the screen shows it anyway. */
  readonly told?: ReactNode | ((answer: T) => ReactNode);
  /** What follows: reading again, closing, going on. */
  readonly onDone?: (answer: T) => unknown;
}
export type Attempt = <T>(send: () => Promise<T>, outcome?: Outcome<T>) => Promise<boolean>;

/**
 * Sends something, says that it is done, or in words why not; true when it is. Several may be under way at
 * once, as with ticks in a list: for a button that waits there is `useSave`.
 *
 *     const attempt = useAttempt();
 *     void attempt(() => call(endSession, { params: { id } }), { onDone: reread });
 */
export function useAttempt(): Attempt {
  const tell = useTell();
  return async (send, { told, onDone } = {}) => {
    let answer;
    try {
      answer = await send();
    } catch (error) {
      tell.failed(error);
      return false;
    }
    const words = typeof told === "function" ? told(answer) : told;
    if (words) tell.done(words);
    await onDone?.(answer);
    return true;
  };
}
