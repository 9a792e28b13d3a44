import type { Chance } from "./chance.ts";
import type { DealVersion } from "./deal-rows.ts";
import { LAST_OPEN } from "./deal-stages.ts";
import type { DealsAtWork } from "./deals-at-work.ts";
import { endDeal } from "./end-deal.ts";
import { handOver } from "./hand-over.ts";
import { moveDeal } from "./move-deal.ts";
import { otherAmount, otherStep } from "./other-values.ts";

/** What happens to a deal next: it ends, moves, or something of it is changed. */
export function changeDeal(
  { states, events, parties, slips }: DealsAtWork,
  deal: number,
  before: DealVersion,
  chance: Chance,
  now: number,
): DealVersion {
  const at = states.stage[deal] ?? 0;
  if (states.left[deal] === 0 && events.ends[deal] === 1) return endDeal(states, deal, before, chance, now);
  const what = chance.next();
  if (what < 0.4 && at < LAST_OPEN)
    return moveDeal(states, deal, before, at + (chance.next() < 0.15 && at < LAST_OPEN - 1 ? 2 : 1), now);
  if (what < 0.43 && at > 0) return moveDeal(states, deal, before, at - 1, now);
  if (what < 0.6) return { ...before, amount: otherAmount(before.amount, chance) };
  if (what < 0.8)
    return slips.putOff(before, states.closeOn(deal, (states.closes[deal] ?? 0) + 7 + chance.below(45)));
  if (what < 0.97) return { ...before, next_step: otherStep(before.next_step, chance) };
  return handOver(states, parties, deal, before, chance);
}
