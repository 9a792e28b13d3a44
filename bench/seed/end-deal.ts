import type { Chance } from "./chance.ts";
import type { DealVersion } from "./deal-rows.ts";
import { LOST, LOST_REASONS, WON } from "./deal-stages.ts";
import type { DealStates } from "./deal-states.ts";
import { moveDeal } from "./move-deal.ts";

const DAY = 86_400_000;

/** The last change of a deal that does not stay open: won or lost. */
export function endDeal(
  states: DealStates,
  deal: number,
  before: DealVersion,
  chance: Chance,
  now: number,
): DealVersion {
  const at = states.stage[deal] ?? 0;
  // The further a deal has come, the likelier it is won.
  const isWon = at > 0 && chance.next() < 0.2 + at * 0.12;
  const moved = moveDeal(states, deal, before, isWon ? WON : LOST, now);
  if (!isWon) return { ...moved, lost_reason: chance.pick(LOST_REASONS) };
  return { ...moved, close_date: states.closeOn(deal, Math.floor(now / DAY)) };
}
