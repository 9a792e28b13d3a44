import type { Database } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../context.ts";
import type { React } from "../hooks.ts";
import type { LogPass } from "../module.ts";
import { newestNumber } from "./read-changes.ts";
import { runReacts } from "./run-reacts.ts";

/** What is written meanwhile is read together. */
const PAUSE = 500;
/** So long a process that has nothing to read asks for the newest number of the log alone: what is due by the clock (seals, another try) waits no longer. */
const QUIET = 5000;

/** What a pass leaves: whether there is more to read, and up to where everything is read. */
interface Left {
  readonly more: boolean;
  /** Undefined where another process reads, or something failed. */
  readonly readUpTo?: number | undefined;
  /** How long to wait before what is left is gone on with. */
  readonly rest: number;
}

/** Runs every reader of the log again and again until stopped. One process at a time serves a workspace's readers; the others stand by. */
export function runReaders(
  db: Database,
  workspace: Workspace,
  reacts: readonly React[],
  contextFor: () => Promise<Context>,
  onError: (error: unknown) => void,
  passes: readonly LogPass[] = [],
): { stop: () => Promise<void> } {
  let stopped = false;
  const tell = (error: unknown): undefined => void onError(error);
  const loop = async (): Promise<void> => {
    let left: Left = { more: true, rest: 0 };
    for (let looked = 0; !stopped; await sleep(left.rest)) {
      const isQuiet = left.readUpTo !== undefined && performance.now() - looked < QUIET && (await newestNumber(db, workspace).catch(tell)) === left.readUpTo;
      if (isQuiet) continue;
      left = (await pass().catch(tell)) ?? { more: false, rest: PAUSE };
      looked = performance.now();
    }
  };
  /** A transaction-level lock marks the process that reads; it ends with the process, so a killed one is replaced at once. */
  const pass = (): Promise<Left> =>
    db.transaction(
      async (tx) => {
        const [lock] = await tx.query<{ mine: boolean }>({
          text: "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine",
          values: [`readers:${workspace.schema}`],
        });
        if (!lock?.mine) return { more: false, rest: PAUSE };
        const begun = performance.now();
        const reacted = await runReacts(db, workspace, contextFor, reacts).catch(tell);
        let more = false;
        // One that fails holds up no other.
        for (const run of passes) if (await run(await contextFor()).catch(tell)) more = true;
        if (reacted?.more) return { more: true, rest: 0 };
        // Work behind the log that has no end in sight takes half of the time, not all of it.
        if (more) return { more, rest: Math.min(performance.now() - begun, PAUSE) };
        return { more, rest: PAUSE, readUpTo: reacted?.upTo };
      },
      { longer: 120_000 },
    );
  const running = reacts.length + passes.length > 0 ? loop() : Promise.resolve();
  return {
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
