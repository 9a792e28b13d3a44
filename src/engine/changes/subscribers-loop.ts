import { setTimeout } from "node:timers/promises";
import type { Database, Transaction } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../kernel/context.ts";
import type { Subscriber, LogPass } from "../kernel/hooks.ts";
import type { LogFollower } from "../kernel/log-follower.ts";
import { gatherNewest, type ReadNewest } from "./newest-numbers.ts";
import { PAUSE, restAfter } from "./rest-after.ts";
import { type SubscriberPass, runSubscribers } from "./run-subscribers.ts";

/**
 * So long a process that has nothing to read asks for the newest numbers alone: what is due by the clock
 * (seals) waits no longer.
 */
const QUIET = 5000;
/**
 * So long after the last change nobody is at work: then numbers are asked for a third as often, and what is
 * due by the clock can wait.
 */
const ASLEEP = 60_000;
const QUIET_ASLEEP = 60_000;
/** What is written in one go is read in one go. */
const SOON = 20;

/** What a pass leaves. */
interface Left {
  /**
   * Up to where everything is read. Undefined where there is more, another process reads, or something
   * failed.
   */
  readonly readUpTo?: number | undefined;
  /** Where other logs stood before it. */
  readonly others?: string;
  /** When a reaction that failed is due again. */
  readonly dueAt?: number;
  /** Work behind the log that has more to do: since when without a break, and when it goes on. */
  readonly unfinished?: { readonly since: number; readonly from: number } | undefined;
  /**
   * The log goes on, and some reader has moved on in it: that ends with the log. Nothing else is gone on with
   * at once.
   */
  readonly isAhead?: boolean;
}
export interface SubscribersOptions {
  readonly passes?: readonly LogPass[];
  /** Tells what this process has written: the first change after a pause is read at once. */
  readonly follower?: Pick<LogFollower, "whenTold">;
  readonly newest?: ReadNewest;
  /** How to wait so many milliseconds, unless woken meanwhile. */
  readonly pause?: (ms: number, woken: AbortSignal) => Promise<unknown>;
}

/**
 * Runs every reader of the log again and again until stopped. One process at a time serves a workspace's
 * readers; the others stand by.
 */
export function followLogForSubscribers(
  db: Database,
  workspace: Workspace,
  subscribers: readonly Subscriber[],
  contextFor: () => Promise<Context>,
  onError: (error: unknown) => void,
  {
    passes = [],
    follower,
    newest = gatherNewest(db, followsOf(passes)),
    pause = untilBeat,
  }: SubscribersOptions = {},
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const tell = (error: unknown): undefined => void onError(error);
  const rest = restTold(follower, stopping.signal, pause);
  const isRead = async (left: Left, looked: number, isAsleep: boolean): Promise<boolean> => {
    if (left.readUpTo === undefined || isDue(left, looked, isAsleep)) return false;
    const numbers = await newest(workspace).catch(tell);
    return numbers?.changes === left.readUpTo && numbers.others === left.others;
  };
  const loop = async (): Promise<void> => {
    let left: Left = {};
    let moved = performance.now();
    for (let looked = 0; !stopping.signal.aborted; await rest.wait(restOf(left, moved))) {
      rest.begin();
      if (await isRead(left, looked, isLong(moved))) continue;
      const { readUpTo, others } = left;
      left = (await pass(left).catch(tell)) ?? {};
      looked = performance.now();
      rest.passed(looked);
      if (left.readUpTo !== readUpTo || left.others !== others) moved = looked;
    }
    rest.stop();
  };
  const pass = ({ unfinished }: Left): Promise<Left> =>
    db.transaction(
      async (tx) => {
        if (!(await isMine(tx, workspace))) return {};
        const others = (await newest(workspace).catch(tell))?.others ?? "";
        const reacted = await runSubscribers(db, workspace, contextFor, subscribers, tell).catch(tell);
        return {
          others,
          ...leftBy(reacted),
          unfinished:
            unfinished && performance.now() < unfinished.from
              ? unfinished
              : await runBehind(passes, contextFor, tell, unfinished?.since),
        };
      },
      { longer: 120_000 },
    );
  const running = subscribers.length + passes.length > 0 ? loop() : Promise.resolve();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Something is due by the clock, whatever the newest numbers are. */
function isDue(
  { unfinished, dueAt = Number.POSITIVE_INFINITY }: Left,
  looked: number,
  isAsleep: boolean,
): boolean {
  const now = performance.now();
  return (
    now - looked >= (isAsleep ? QUIET_ASLEEP : QUIET) ||
    now >= dueAt ||
    (unfinished !== undefined && now >= unfinished.from)
  );
}

/** What the reactions leave; nothing is known where they failed. */
function leftBy(reacted: SubscriberPass | undefined): Left {
  const dueIn = reacted?.dueIn ?? null;
  return {
    ...(reacted?.more === false ? { readUpTo: reacted.upTo } : {}),
    ...(dueIn === null ? {} : { dueAt: performance.now() + dueIn }),
    isAhead: reacted?.more === true && reacted.moved,
  };
}

/**
 * A transaction-level lock marks the process that reads; it ends with the process, so a killed one is
 * replaced at once.
 */
async function isMine(tx: Transaction, { schema }: Workspace): Promise<boolean> {
  const [lock] = await tx.query<{ mine: boolean }>({
    name: "readers",
    text: "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine",
    values: [`readers:${schema}`],
  });
  return lock?.mine === true;
}

/** Work behind the log; one pass that fails holds up no other. */
async function runBehind(
  passes: readonly LogPass[],
  contextFor: () => Promise<Context>,
  failed: (error: unknown) => undefined,
  since = performance.now(),
): Promise<Left["unfinished"]> {
  if (passes.length === 0) return undefined;
  const begun = performance.now();
  const context = await contextFor();
  let hasMore = false;
  for (const run of passes) if (await run(context).catch(failed)) hasMore = true;
  const now = performance.now();
  return hasMore ? { since, from: now + restAfter({ took: now - begun, going: now - since }) } : undefined;
}

export const followsOf = (passes: readonly LogPass[]): readonly string[] =>
  passes.flatMap(({ follows }) => follows ?? []);

const isLong = (moved: number): boolean => performance.now() - moved > ASLEEP;

function restOf({ isAhead, unfinished, readUpTo }: Left, moved: number): number {
  if (isAhead) return 0;
  if (readUpTo !== undefined && !unfinished && isLong(moved)) return PAUSE * 3;
  return unfinished ? Math.min(Math.max(unfinished.from - performance.now(), 0), PAUSE) : PAUSE;
}

interface Rest {
  /** What is told from here on is not read yet. */
  begin(): void;
  passed(at: number): void;
  wait(ms: number): Promise<unknown>;
  stop(): void;
}
/**
 * Waits by the clock, or until this process has written; where one write follows the other, no sooner than by
 * the clock.
 */
function restTold(
  follower: SubscribersOptions["follower"],
  stopping: AbortSignal,
  pause: NonNullable<SubscribersOptions["pause"]>,
): Rest {
  let [isTold, lastPass] = [false, 0];
  let hurry: (() => void) | undefined;
  const stop = follower?.whenTold(() => {
    isTold = true;
    hurry?.();
  });
  const soon = (): number => Math.max(SOON, lastPass + PAUSE - performance.now());
  return {
    begin: () => (isTold = false),
    passed: (at) => (lastPass = at),
    stop: () => stop?.(),
    async wait(ms) {
      const woken = new AbortController();
      const wake = (): void => woken.abort();
      let timer: NodeJS.Timeout | undefined;
      hurry = () => (timer ??= globalThis.setTimeout(wake, soon()));
      if (isTold) hurry();
      stopping.addEventListener("abort", wake, { once: true });
      // Stopped while it was at work: there is nothing to wait for.
      if (!stopping.aborted) await pause(ms, woken.signal);
      stopping.removeEventListener("abort", wake);
      clearTimeout(timer);
      hurry = undefined;
    },
  };
}

/** At the beats of one clock, so that the readers of all workspaces ask together. */
const untilBeat = (ms: number, signal: AbortSignal): Promise<unknown> =>
  setTimeout(ms > SOON ? Math.max(ms - (performance.now() % ms), SOON) : ms, undefined, {
    ref: false,
    signal,
  }).catch(() => undefined);
