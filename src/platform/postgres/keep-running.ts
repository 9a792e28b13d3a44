import type { EmbeddedEvents } from "./embedded-events.ts";
import type { Postmaster } from "./postmaster.ts";

const TRIES = 6;
const PAUSE_MS = 150;

/**
 * Starts a server and, whenever it dies unasked, another. Sessions of the dead one may hold its memory for a
 * moment, hence several tries.
 */
export async function keepRunning(
  events: EmbeddedEvents,
  start: (died: () => void) => Promise<Postmaster>,
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let current: Promise<Postmaster>;
  const again = (): void => {
    if (stopping) return;
    current = persistently(
      () => start(again),
      () => stopping,
    );
    // Who stops meanwhile has nothing to lose.
    current.then(
      () => !stopping && events.restarted(),
      (error: unknown) => !stopping && events.lost(error),
    );
  };
  current = persistently(
    () => start(again),
    () => stopping,
  );
  await current;
  return {
    async stop() {
      stopping = true;
      const server = await current.catch(() => undefined);
      await server?.stop();
    },
  };
}

async function persistently(start: () => Promise<Postmaster>, stopping: () => boolean): Promise<Postmaster> {
  for (let tried = 1; ; tried++) {
    try {
      return await start();
    } catch (error) {
      if (tried === TRIES || stopping()) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tried));
    }
  }
}
