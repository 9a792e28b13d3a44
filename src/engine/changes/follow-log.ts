import type { Database } from "../../platform/db/database.ts";
import type { Workspace } from "../kernel/context.ts";
import type { HeardChanges, LogFollower } from "../kernel/log-follower.ts";
import { lowWater, newestNumber, readChanges } from "./read-changes.ts";

const PAUSE = 400;
/** What is written in one go is read in one go. */
const SOON = 20;
/** Follows the log of a workspace for the screens of this process; asks only while somebody listens. */
export function followLog(
  db: Database,
  workspace: Workspace,
  onError: (error: unknown) => void,
): LogFollower {
  const listeners = new Set<(pass: HeardChanges) => void>();
  const waiting = new Set<() => void>();
  let cursor: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isReading = false;
  let isTold = false;
  let ended = 0;
  const pass = async (): Promise<void> => {
    const found = await readOn(db, workspace, (cursor ??= await lowWater(db, workspace)));
    cursor = found.upTo;
    for (const heard of listeners) heard(found);
  };
  const next = async (): Promise<void> => {
    isReading = true;
    isTold = false;
    await pass().catch(onError);
    isReading = false;
    ended = performance.now();
    timer = null;
    if (listeners.size === 0) cursor = null;
    else schedule(PAUSE);
  };
  const schedule = (pause: number): void => {
    timer = setTimeout(() => void next(), pause);
    timer.unref();
  };
  /** The first change after a pause is told at once; where one follows the other, they are read together. */
  const hurry = (): void => {
    if (!timer || isTold || isReading || performance.now() - ended < PAUSE / 2) return;
    isTold = true;
    clearTimeout(timer);
    schedule(SOON);
  };
  return {
    follow(heard) {
      listeners.add(heard);
      // At once: what happens from now on is heard.
      if (!timer && !isReading) schedule(0);
      return () => listeners.delete(heard);
    },
    told() {
      hurry();
      for (const heard of waiting) heard();
    },
    whenTold(heard) {
      waiting.add(heard);
      return () => waiting.delete(heard);
    },
    stop() {
      listeners.clear();
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}

/**
 * All of the log is read as long as its newest number is the one up to which it was: then nothing else is
 * asked.
 */
async function readOn(db: Database, workspace: Workspace, after: number): Promise<HeardChanges> {
  if ((await newestNumber(db, workspace)) === after) return { changes: [], after, upTo: after };
  return { after, ...(await readChanges(db, workspace, after, 500)) };
}
