import { iso } from "./deal-moment.ts";
import type { DealVersion } from "./deal-rows.ts";
import { LAST_OPEN, LOST, stageAt } from "./deal-stages.ts";
import type { DealStates } from "./deal-states.ts";

/** The deal in another stage. */
export function moveDeal(
  states: DealStates,
  deal: number,
  before: DealVersion,
  to: number,
  now: number,
): DealVersion {
  const from = states.stage[deal] ?? 0;
  states.previous[deal] = from + 1;
  states.stage[deal] = to;
  states.entered[deal] = now;
  states.enteredBy[deal] = states.owner[deal] ?? 0;
  return {
    ...before,
    stage: stageAt(to),
    stage_entered_at: iso(now),
    skipped: passUntil(states, deal, from, to),
  };
}

/**
 * A move forward passes the stage that is left and those between; those that had not been passed before are
 * left out.
 */
function passUntil(states: DealStates, deal: number, from: number, to: number): readonly string[] | null {
  if (to === LOST || to < from) return null;
  const skipped: string[] = [];
  for (let at = from; at < Math.min(to, LAST_OPEN + 1); at += 1) {
    const passed = states.passed[deal] ?? 0;
    if (at > from && !(passed & (1 << at))) skipped.push(stageAt(at).name);
    states.passed[deal] = passed | (1 << at);
  }
  return skipped.length > 0 ? skipped : null;
}
