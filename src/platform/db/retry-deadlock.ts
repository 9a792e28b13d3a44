const MAX_TRIES = 3;
const DEADLOCK = "40P01";
/**
 * A column that a statement kept under a name reads has another type since: it is prepared anew the next
 * time.
 */
const isStalePlan = (error: Error & { readonly code: unknown }): boolean =>
  error.code === "0A000" && error.message.startsWith("cached plan");

/**
 * Of two transactions that wait for each other the database ends one; nothing of it was written, so it goes
 * again. So does one whose statements were prepared before the kind of a field changed.
 * @example await retryDeadlock(() => db.transaction(work))
 */
export async function retryDeadlock<T>(work: () => Promise<T>, tries = 1): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const goesAgain =
      error instanceof Error && "code" in error && (error.code === DEADLOCK || isStalePlan(error));
    if (!goesAgain || tries >= MAX_TRIES) throw error;
    return retryDeadlock(work, tries + 1);
  }
}
