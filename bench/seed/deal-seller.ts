import type { DealStates } from "./deal-states.ts";
import type { Parties, Seller } from "./parties.ts";

/** Who owns a deal. */
export function sellerOf(states: DealStates, { sellers }: Parties, deal: number): Seller {
  const seller = sellers[states.owner[deal] ?? 0];
  if (!seller) throw new Error("a deal without owner");
  return seller;
}
