/** What became of a record since: as it stands today. */
export const OUTCOMES = ["won", "lost", "open"] as const;

/** Moves that are judged while the caller waits; more are a job. */
export const AT_ONCE = 10_000;
export const MOST_MOVES = 200_000;
