import { groupDigits } from "../../../../shared/money/group-digits.ts";

/** A count with its digits in groups. */
export const grouped = (count: number): string => groupDigits(String(count));
