import type { WorkingCalendar } from "../../src/shared/expression/types.ts";
import { beginDeal } from "./begin-deal.ts";
import { Chance, idAt, zipf } from "./chance.ts";
import { changeDeal } from "./change-deal.ts";
import type { DealChange, Stay } from "./deal-change.ts";
import { dealOf, type DealEvents, dealEvents, secondsOf } from "./deal-events.ts";
import { iso } from "./deal-moment.ts";
import type { DealVersion } from "./deal-rows.ts";
import { sellerOf } from "./deal-seller.ts";
import { DealStates } from "./deal-states.ts";
import { standing, stayOf } from "./deal-stay.ts";
import { type DealsAtWork, type Pipeline, TAKES_MS } from "./deals-at-work.ts";
import type { Parties } from "./parties.ts";
import { SlipClock } from "./slip-clock.ts";

/** A million deals on their way; `step` tells the next change of one of them. */
export class Deals {
  readonly events: DealEvents;
  readonly count: number;
  readonly #work: DealsAtWork;

  constructor(
    count: number,
    now: number,
    parties: Parties,
    pipeline: Pipeline,
    seed: number,
    calendar: WorkingCalendar,
  ) {
    this.count = count;
    this.events = dealEvents(count, now, seed);
    this.#work = {
      states: new DealStates(count, this.events.counts, seed),
      events: this.events,
      parties,
      pipeline,
      pickAccount: zipf(parties.accounts.length, 0.7, 20),
      slips: new SlipClock(calendar),
    };
  }

  /** What this event of `events.packed` did; `seq` is its number in the log. */
  step(event: number, seq: number): DealChange {
    const { states, parties } = this.#work;
    const deal = dealOf(event);
    const now = (this.events.origin + secondsOf(event)) * 1000 + (deal % 900);
    const chance = new Chance(states.chance[deal] ?? 0);
    states.left[deal] = (states.left[deal] ?? 1) - 1;
    const before = states.current[deal] ?? null;
    const stood = states.stage[deal];
    const stay = standing(states, deal);
    const changed = before
      ? changeDeal(this.#work, deal, before, chance, now)
      : beginDeal(this.#work, deal, chance, now);
    const owner = sellerOf(states, parties, deal);
    const after = {
      ...changed,
      version: (before?.version ?? 0) + 1,
      updated_at: iso(now + TAKES_MS),
      updated_by: owner.id,
      recorded: seq,
    };
    states.current[deal] = after;
    const request = idAt(now, chance);
    states.chance[deal] = chance.state;
    return {
      before,
      after,
      request,
      now,
      ...(stood === states.stage[deal] ? {} : { ended: stayOf(parties, deal, stay) }),
    };
  }

  version(deal: number): DealVersion {
    const version = this.#work.states.current[deal];
    if (!version) throw new Error("the deal has not begun");
    return version;
  }
  /** The stay in the stage in which the deal is. */
  stayOf(deal: number): Stay {
    return stayOf(this.#work.parties, deal, standing(this.#work.states, deal));
  }
}
