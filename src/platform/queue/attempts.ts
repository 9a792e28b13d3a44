import { outsideError } from "../db/outside-error.ts";

/** So often long work is begun without one batch done; then it is itself what brings the process down. */
export const MOST_ATTEMPTS = 10;
const PAUSES_MS = [0, 1000, 4000, 10_000];

/**
 * Does `work`; where the machine and not the work was at fault, `giveBack` takes the attempt off the count
 * again, as soon as the database takes it.
 */
export async function notCountingOutside<T>(
  work: () => Promise<T>,
  giveBack: () => Promise<unknown>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (outsideError(error)) await soon(giveBack);
    throw error;
  }
}

async function soon(giveBack: () => Promise<unknown>): Promise<void> {
  for (const pause of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause).unref());
    const done = await giveBack().then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}
