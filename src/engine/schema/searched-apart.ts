/**
 * Objects whose words have a partition of their own: what is frequent in one may be missing in another, and
 * only so the planner knows. Others share one.
 */
export const SEARCHED_APART: readonly string[] = [
  "account",
  "contact",
  "lead",
  "opportunity",
  "product",
  "task",
  "activity",
  "note",
  "file",
];

/** The column of the narrow table with what a record is found by, in a few bits: see word-bits.ts. */
export const WORD_BITS = "word_bits";
