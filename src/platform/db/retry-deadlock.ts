const MAX_TRIES = 3;
const DEADLOCK = "40P01";

/**
 * Of two transactions that wait for each other the database ends one; nothing of it was written, so it goes again.
 * @example await retryDeadlock(() => db.transaction(work))
 */
export async function retryDeadlock<T>(work: () => Promise<T>, tries = 1): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isDeadlock = error instanceof Error && "code" in error && error.code === DEADLOCK;
    if (!isDeadlock || tries >= MAX_TRIES) throw error;
    return retryDeadlock(work, tries + 1);
  }
}
