/** Longest source, in UTF-16 code units. */
export const MAX_SOURCE = 4000;
/** Most nodes of a tree. */
export const MAX_NODES = 500;
/** Deepest nesting; a chain of one operator (`a || b || c`) counts once. */
export const MAX_DEPTH = 50;
/**
 * Most digits of a number literal, before and after the point each: keeps every product within PostgreSQL's
 * numeric.
 */
export const MAX_DIGITS = 30;
