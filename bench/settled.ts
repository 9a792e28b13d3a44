import { type ProcessorTimes, usedBetween } from "./processor-time.ts";
import type { World } from "./world.ts";

const LONGEST_REST_MS = 600_000;
const UNSEEN = 100;

/**
 * Waits until what reacts to the log and seals it has caught up with the writes before: they are the
 * program's work, but not that of the next measure.
 */
export const settled = (world: World): Promise<void> =>
  untilBehind(
    world,
    "least((select max(last) from w_main.seal where log = 'changes'), (select min(position) from w_main.reader))",
    250,
  );

/** Waits for what reacts only: the log is sealed every ten seconds, too long to wait after each short round. */
export const reacted = (world: World): Promise<void> =>
  untilBehind(world, "(select min(position) from w_main.reader)", 25);

async function untilBehind({ db }: World, position: string, every: number): Promise<void> {
  for (const until = Date.now() + LONGEST_REST_MS; Date.now() < until;) {
    const [behind] = await db.query<{ rows: number }>({
      text: `select last_value - ${position} as rows from w_main.changes_seq`,
    });
    if ((behind?.rows ?? 0) < UNSEEN) return;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

const WATCHED_MS = 5000;
/** A program that only keeps watch takes two or three. */
const QUIET_MS_PER_SECOND = 8;

/** Waits until a program does nothing of its own accord. */
export async function quiet(used: () => ProcessorTimes): Promise<void> {
  for (const until = Date.now() + LONGEST_REST_MS; Date.now() < until;) {
    const from = used();
    await new Promise((resolve) => setTimeout(resolve, WATCHED_MS));
    if (usedBetween(from, used()) < (QUIET_MS_PER_SECOND * WATCHED_MS) / 1000) return;
  }
}
