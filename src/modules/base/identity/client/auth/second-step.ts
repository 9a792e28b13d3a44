import type { SecondFactorOffer, SecondStep } from "../../shared/second-factor.contract.ts";
import { isProblem } from "../../../../../ui/data/problem-error.ts";

export type { SecondFactorOffer, SecondStep };

/** What is still missing after a right password; null for any other failure. */
export function stepOf(error: unknown): SecondStep | null {
  if (!isProblem(error, "second_factor_required") && !isProblem(error, "second_factor_setup_required"))
    return null;
  const { problem } = error;
  if (!("challenge" in problem) || typeof problem.challenge !== "string") return null;
  const offer = "offer" in problem ? problem.offer : null;
  return { challenge: problem.challenge, ...(isOffer(offer) ? { offer } : {}) };
}

const isOffer = (value: unknown): value is SecondFactorOffer =>
  typeof value === "object" && value !== null && "secret" in value && "picture" in value;
