import type { Database } from "../../platform/db/database.ts";
import type { Workspace } from "../context.ts";
import { lowWater, readChanges } from "./read-changes.ts";

/** What a screen needs to know of a change: where, not what. */
export interface ChangeHint {
  readonly seq: number;
  readonly object: string;
  readonly record: string;
}
export interface LogFollower {
  /** Calls back with the hints of each pass, in order; returns how to stop. */
  follow(heard: (hints: readonly ChangeHint[]) => void): () => void;
  stop(): void;
}

const PAUSE = 400;
/** Follows the log of a workspace for the screens of this process; asks only while somebody listens. */
export function followLog(db: Database, workspace: Workspace, onError: (error: unknown) => void): LogFollower {
  const listeners = new Set<(hints: readonly ChangeHint[]) => void>();
  let cursor: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  const pass = async (): Promise<void> => {
    cursor ??= await lowWater(db, workspace);
    const { changes, upTo } = await readChanges(db, workspace, cursor, 500);
    cursor = upTo;
    if (changes.length === 0) return;
    const hints = changes.map(({ seq, object, record }) => ({ seq, object, record }));
    for (const heard of listeners) heard(hints);
  };
  const schedule = (pause = PAUSE): void => {
    timer = setTimeout(() => {
      pass()
        .catch(onError)
        .finally(() => (listeners.size > 0 ? schedule() : rest()));
    }, pause);
    timer.unref();
  };
  const rest = (): void => {
    timer = null;
    cursor = null;
  };
  return {
    follow(heard) {
      listeners.add(heard);
      // At once: what happens from now on is heard.
      if (!timer) schedule(0);
      return () => listeners.delete(heard);
    },
    stop() {
      listeners.clear();
      if (timer) clearTimeout(timer);
    },
  };
}
