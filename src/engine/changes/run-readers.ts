import { setTimeout } from "node:timers/promises";
import type { Database } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../context.ts";
import type { React } from "../hooks.ts";
import type { LogPass } from "../module.ts";
import { newestNumber } from "./read-changes.ts";
import { PAUSE, restAfter } from "./rest-after.ts";
import { runReacts } from "./run-reacts.ts";

/** So long a process that has nothing to read asks for the newest number of the log alone: what is due by the clock (seals, another try) waits no longer. */
const QUIET = 5000;
/** So long after the last change nobody is at work, and the number is asked for half as often. */
const ASLEEP = 60_000;

/** What a pass leaves. */
interface Left {
  /** Up to where everything is read. Undefined where there is more, another process reads, or something failed. */
  readonly readUpTo?: number | undefined;
  /** Work behind the log that has more to do: since when without a break, and when it goes on. */
  readonly unfinished?: { readonly since: number; readonly from: number } | undefined;
  /** The log goes on, and some reader has moved on in it: that ends with the log. Nothing else is gone on with at once. */
  readonly isAhead?: boolean;
}
export interface ReadersOptions {
  readonly passes?: readonly LogPass[];
  /** How to wait so many milliseconds, unless stopped meanwhile. */
  readonly pause?: (ms: number, stopped: AbortSignal) => Promise<unknown>;
}

/** Runs every reader of the log again and again until stopped. One process at a time serves a workspace's readers; the others stand by. */
export function runReaders(
  db: Database,
  workspace: Workspace,
  reacts: readonly React[],
  contextFor: () => Promise<Context>,
  onError: (error: unknown) => void,
  { passes = [], pause = sleep }: ReadersOptions = {},
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const tell = (error: unknown): undefined => void onError(error);
  const isRead = async ({ readUpTo, unfinished }: Left, looked: number): Promise<boolean> => {
    const now = performance.now();
    if (readUpTo === undefined || now - looked >= QUIET || (unfinished && now >= unfinished.from)) return false;
    return (await newestNumber(db, workspace).catch(tell)) === readUpTo;
  };
  const loop = async (): Promise<void> => {
    let left: Left = {};
    let moved = performance.now();
    for (let looked = 0; !stopping.signal.aborted; await pause(restOf(left, moved), stopping.signal)) {
      if (await isRead(left, looked)) continue;
      const { readUpTo } = left;
      left = (await pass(left).catch(tell)) ?? {};
      looked = performance.now();
      if (left.readUpTo !== readUpTo) moved = looked;
    }
  };
  /** A transaction-level lock marks the process that reads; it ends with the process, so a killed one is replaced at once. */
  const pass = ({ unfinished }: Left): Promise<Left> =>
    db.transaction(
      async (tx) => {
        const [lock] = await tx.query<{ mine: boolean }>({
          name: "readers",
          text: "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine",
          values: [`readers:${workspace.schema}`],
        });
        if (!lock?.mine) return {};
        const reacted = await runReacts(db, workspace, contextFor, reacts).catch(tell);
        return {
          ...(reacted?.more === false ? { readUpTo: reacted.upTo } : {}),
          isAhead: reacted?.more === true && reacted.moved,
          unfinished: unfinished && performance.now() < unfinished.from ? unfinished : await behind(unfinished?.since),
        };
      },
      { longer: 120_000 },
    );
  /** One that fails holds up no other. */
  const behind = async (since = performance.now()): Promise<Left["unfinished"]> => {
    const begun = performance.now();
    let hasMore = false;
    for (const run of passes) if (await run(await contextFor()).catch(tell)) hasMore = true;
    const now = performance.now();
    return hasMore ? { since, from: now + restAfter({ took: now - begun, going: now - since }) } : undefined;
  };
  const running = reacts.length + passes.length > 0 ? loop() : Promise.resolve();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

function restOf({ isAhead, unfinished, readUpTo }: Left, moved: number): number {
  if (isAhead) return 0;
  if (readUpTo !== undefined && !unfinished && performance.now() - moved > ASLEEP) return PAUSE * 2;
  return unfinished ? Math.min(Math.max(unfinished.from - performance.now(), 0), PAUSE) : PAUSE;
}

const sleep = (ms: number, signal: AbortSignal): Promise<unknown> => setTimeout(ms, undefined, { ref: false, signal }).catch(() => undefined);
