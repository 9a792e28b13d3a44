import { momentAfter } from "../../shared/time/spans.ts";

/** For how long a deleted field can be restored. */
export const RESTORABLE_DAYS = 90;

/** The last moment at which what was deleted then can be restored. */
export const restorableUntil = (deleted: string): string => momentAfter(deleted, RESTORABLE_DAYS);
