import { compareText } from "./text-operations.ts";
import { type Value, isBig } from "./values.ts";

/** Order of two values of one type that are not null: −1, 0, 1. */
export function compareValues(a: Value, b: Value): number {
  if (isBig(a) && isBig(b)) return a.cmp(b);
  if (typeof a === "bigint" && typeof b === "bigint") return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  return a === b ? 0 : a === false ? -1 : 1;
}
