const UNKNOWN = ["42703", "42P01"];
/**
 * What a column of another type than expected comes to: wrong type, no such operator or function, a text that
 * is none of it, a plan that was kept.
 */
const OTHER_KIND = ["42804", "42883", "42846", "22P02", "22007", "22008", "22003", "0A000"];

/** Whether a statement may have failed because the columns are no longer as the definitions in memory say. */
export const isOfDefinitions = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  [...UNKNOWN, ...OTHER_KIND].includes(error.code);
