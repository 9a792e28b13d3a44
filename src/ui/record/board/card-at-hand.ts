import type { Values } from "../../../shared/metadata/object.ts";

/** The card that the pointer or the focus is on; what asks for it is told of the next one. */
export interface CardAtHand {
  readonly take: (record: Values | null) => void;
  readonly get: () => Values | null;
  readonly watch: (tell: () => void) => () => void;
}

/** Beside the state of the board: a pointer that crosses it draws no card anew. */
export function handOfBoard(): CardAtHand {
  let held: Values | null = null;
  const watchers = new Set<() => void>();
  return {
    take: (record) => {
      if (record === held) return;
      held = record;
      for (const tell of watchers) tell();
    },
    get: () => held,
    watch: (tell) => {
      watchers.add(tell);
      return () => void watchers.delete(tell);
    },
  };
}
