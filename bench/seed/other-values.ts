import type { Chance } from "./chance.ts";
import { NEXT_STEPS } from "./deal-stages.ts";

/** Thirty percent up or down, and never the same. */
export function otherAmount(amount: string, chance: Chance): string {
  const next = Math.max(500, Math.round((Number(amount) * (0.7 + chance.next() * 0.6)) / 100) * 100);
  return `${next === Number(amount) ? next + 100 : next}.00`;
}

/** What else is to be done next. */
export function otherStep(step: string | null, chance: Chance): string {
  const next = chance.pick(NEXT_STEPS);
  return next === step ? (NEXT_STEPS[(NEXT_STEPS.indexOf(next) + 1) % NEXT_STEPS.length] ?? next) : next;
}
