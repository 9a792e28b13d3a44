import type { ImportOptions } from "../shared/options.contract.ts";
import type { Step } from "./mapping-step.ts";

/** `match` where the options leave it open: the id, else the external id, when the file has them. */
export function matchOf(options: ImportOptions, steps: readonly Step[]): readonly string[] {
  if (options.match) return options.match;
  if (steps.some((step) => step.does === "id")) return ["id"];
  return steps.some((step) => step.does === "value" && step.field.name === "external_id")
    ? ["external_id"]
    : [];
}

/** Whether a column of the file holds what records are matched by. */
export const isMatchMapped = (steps: readonly Step[], name: string): boolean =>
  steps.some(
    (step) =>
      step.constant === undefined &&
      (name === "id"
        ? step.does === "id"
        : "field" in step && step.does !== "entered" && step.field.name === name),
  );
