import type { Database } from "../../platform/db/database.ts";
import type { Workspace } from "../context.ts";
import type { LoggedChange } from "../hooks.ts";
import { lowWater, readChanges } from "./read-changes.ts";

/** One pass over the log: its changes, and between which numbers it looked. */
export interface LogPass {
  readonly changes: readonly LoggedChange[];
  readonly after: number;
  readonly upTo: number;
}
export interface LogFollower {
  /** Calls back with each pass, in order, empty ones included; returns how to stop. */
  follow(heard: (pass: LogPass) => void): () => void;
  stop(): void;
}

const PAUSE = 400;
/** Follows the log of a workspace for the screens of this process; asks only while somebody listens. */
export function followLog(db: Database, workspace: Workspace, onError: (error: unknown) => void): LogFollower {
  const listeners = new Set<(pass: LogPass) => void>();
  let cursor: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  const pass = async (): Promise<void> => {
    cursor ??= await lowWater(db, workspace);
    const after = cursor;
    const { changes, upTo } = await readChanges(db, workspace, after, 500);
    cursor = upTo;
    for (const heard of listeners) heard({ changes, after, upTo });
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
