import { type Movement, type MovementName, MOVEMENTS } from "../shared/movement.contract.ts";

const LESS: readonly MovementName[] = ["decreased", "moved_out", "won", "lost"];
const SUMS: readonly MovementName[] = ["start", "end"];
/** What stands before a step's figure. */
export const signOf = (name: MovementName): "" | "+" | "−" =>
  SUMS.includes(name) ? "" : LESS.includes(name) ? "−" : "+";

export interface Step {
  readonly name: MovementName;
  /** Where the bar begins, and how long it is. For drawing only: sums are never made of these. */
  readonly from: number;
  readonly length: number;
}
/** Bars that each begin where the one before ended; counts do not change where only an amount did. */
export function stepsOf(movement: Movement, measure: "amount" | "count"): readonly Step[] {
  let level = 0;
  return MOVEMENTS.map((name) => {
    const onlyAmount = measure === "count" && (name === "increased" || name === "decreased");
    const size = onlyAmount
      ? 0
      : measure === "count"
        ? movement[name].count
        : Number(movement[name].amount?.amount ?? 0);
    if (SUMS.includes(name)) {
      level = size;
      return { name, from: 0, length: size };
    }
    const before = level;
    level += LESS.includes(name) ? -size : size;
    return { name, from: Math.min(before, level), length: size };
  });
}
