import { useState } from "react";
import { newId } from "./new-id.ts";

export interface Intent {
  /**
   * Runs `send` once per distinct body: a second click while the first is under way gets the first one's
   * answer, and a repeat after a lost connection uses the same idempotency key.
   */
  run<T>(body: unknown, send: (key: string) => Promise<T>): Promise<T>;
}

export function createIntent(): Intent {
  let last: { text: string; key: string; underWay: Promise<unknown> | null } | null = null;
  return {
    run<T>(body: unknown, send: (key: string) => Promise<T>): Promise<T> {
      const text = JSON.stringify(body);
      if (last?.text === text && last.underWay) return last.underWay as Promise<T>;
      const mine = last?.text === text ? last : { text, key: newId(), underWay: null };
      last = mine;
      const underWay = send(mine.key).then(
        (answer) => {
          if (last === mine) last = null;
          return answer;
        },
        (error: unknown) => {
          mine.underWay = null;
          throw error;
        },
      );
      mine.underWay = underWay;
      return underWay;
    },
  };
}

/** One intention of one form or button. */
export function useIntent(): Intent {
  return useState(createIntent)[0];
}
