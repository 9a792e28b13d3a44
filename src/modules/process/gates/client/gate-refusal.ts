import type { ProblemError } from "../../../../ui/data/problem-error.ts";
import type { UnmetItem } from "../shared/moves.contract.ts";

const ACTIONS = [
  "fill",
  "tick",
  "answer",
  "upload",
  "complete_tasks",
  "create_related",
  "wait",
  "change",
  "ask_approval",
  "give_reason",
  "none",
];
const isFix = (value: unknown): value is NonNullable<UnmetItem["fix"]> =>
  typeof value === "object" && value !== null && "action" in value && ACTIONS.includes(String(value.action));
/** What the server refuses, as the gate shows it. */
export function readItem({ fix, ...item }: ProblemError["problem"]["errors"][number]): UnmetItem {
  return { ...item, ...(isFix(fix) ? { fix } : {}) };
}
