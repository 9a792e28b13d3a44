import { type Chance, idAt } from "./chance.ts";
import { dateOf, iso } from "./deal-moment.ts";
import type { DealVersion } from "./deal-rows.ts";
import { sellerOf } from "./deal-seller.ts";
import { SOURCES, stageAt } from "./deal-stages.ts";
import { type DealsAtWork, TAKES_MS } from "./deals-at-work.ts";

const DAY = 86_400_000;

/** A deal as it is made: of an account, with one of its people and a product. */
export function beginDeal(
  { states, parties, pipeline, pickAccount }: DealsAtWork,
  deal: number,
  chance: Chance,
  now: number,
): DealVersion {
  const { sellers, accounts, products, contacts } = parties;
  const account = accounts[pickAccount(chance)];
  const product = products[Math.floor(products.length * chance.next() ** 1.8)];
  if (!account || !product) throw new Error("a deal without parties");
  // Two deals in three stay with the account's owner.
  states.owner[deal] = states.enteredBy[deal] =
    chance.next() < 0.66 ? account.owner : chance.below(sellers.length);
  states.closes[deal] = Math.floor(now / DAY) + 20 + Math.floor(chance.exponential(60));
  states.entered[deal] = now;
  const { id: owner, department } = sellerOf(states, parties, deal);
  const at = iso(now + TAKES_MS);
  return {
    id: idAt(now, chance),
    version: 0,
    name: `${account.brand} · ${product.name}`,
    account: account.id,
    contact:
      account.contacts > 0 && chance.next() < 0.8
        ? (contacts[account.firstContact + chance.below(account.contacts)] ?? null)
        : null,
    product: product.id,
    owner,
    department,
    created_at: at,
    created_by: owner,
    updated_at: at,
    updated_by: owner,
    pipeline: pipeline.id,
    pipeline_version: pipeline.version,
    stage: stageAt(0),
    stage_entered_at: iso(now),
    amount: `${Math.max(500, Math.round(chance.skewed(80_000, 1.2) / 100) * 100)}.00`,
    currency: "CNY",
    close_date: dateOf(states.closes[deal] ?? 0),
    source: chance.pick(SOURCES),
    next_step: null,
    lost_reason: null,
    slip_count: 0,
    slip_days: 0,
    recorded: 0,
    skipped: null,
  };
}
