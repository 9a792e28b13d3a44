import type { ProblemError } from "../../../../ui/data/problem-error.ts";
import { isFixAction, type UnmetItem } from "../shared/moves.contract.ts";

const isFix = (value: unknown): value is NonNullable<UnmetItem["fix"]> =>
  typeof value === "object" && value !== null && "action" in value && isFixAction(value.action);
/** What the server refuses, as the gate shows it. */
export function readItem({ fix, ...item }: ProblemError["problem"]["errors"][number]): UnmetItem {
  return { ...item, ...(isFix(fix) ? { fix } : {}) };
}
