import type { Chance } from "./chance.ts";
import type { DealVersion } from "./deal-rows.ts";
import { sellerOf } from "./deal-seller.ts";
import type { DealStates } from "./deal-states.ts";
import type { Parties } from "./parties.ts";

/** The deal with another seller. */
export function handOver(
  states: DealStates,
  parties: Parties,
  deal: number,
  before: DealVersion,
  chance: Chance,
): DealVersion {
  states.owner[deal] =
    ((states.owner[deal] ?? 0) + 1 + chance.below(parties.sellers.length - 1)) % parties.sellers.length;
  const { id: owner, department } = sellerOf(states, parties, deal);
  return { ...before, owner, department };
}
