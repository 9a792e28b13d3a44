/** For how long a deleted field can be restored. */
export const RESTORABLE_DAYS = 90;
export const DAY_MS = 86_400_000;
