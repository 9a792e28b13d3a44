import type { WorkingCalendar } from "../../src/shared/expression/types.ts";
import { Chance, idAt, zipf } from "./chance.ts";
import { dealOf, type DealEvents, dealEvents, secondsOf } from "./deal-events.ts";
import { dateOf, iso } from "./deal-moment.ts";
import type { DealVersion } from "./deal-rows.ts";
import { LAST_OPEN, LOST, LOST_REASONS, NEXT_STEPS, SOURCES, stageAt, WON } from "./deal-stages.ts";
import type { Parties, Seller } from "./parties.ts";

const DAY = 86_400_000;
/** Between the beginning of a request and the moment its write is given in the database. */
const TAKES_MS = 6;

/** What a change did to a deal. `visit` is the stay that it ended, when it moved the deal. */
export interface DealChange {
  readonly before: DealVersion | null;
  readonly after: DealVersion;
  readonly request: string;
  /** The beginning of the request. */
  readonly now: number;
  readonly ended?: Stay;
}
export interface Stay {
  readonly id: string;
  readonly entered: number;
  readonly enteredBy: string;
  readonly previous: string | null;
}

interface Pipeline {
  readonly id: string;
  readonly version: number;
}
/** A million deals on their way; `step` tells the next change of one of them. */
export class Deals {
  readonly events: DealEvents;
  readonly count: number;
  readonly #parties: Parties;
  readonly #pipeline: Pipeline;
  readonly #pickAccount: (chance: Chance) => number;
  readonly #current: (DealVersion | undefined)[];
  readonly #chance: Uint32Array;
  readonly #left: Uint8Array;
  /**
   * Place of the stage, the one before it (one more than its place), of the owner and of who brought the deal
   * into its stage.
   */
  readonly #stage: Uint8Array;
  /** Stages that each deal has passed, one bit each. */
  readonly #passed: Uint8Array;
  readonly #previous: Uint8Array;
  readonly #owner: Uint16Array;
  readonly #enteredBy: Uint16Array;
  readonly #entered: Float64Array;
  readonly #closes: Int32Array;

  readonly #calendar: WorkingCalendar;
  readonly #workingDays = new Map<string, number>();

  constructor(
    count: number,
    now: number,
    parties: Parties,
    pipeline: Pipeline,
    seed: number,
    calendar: WorkingCalendar,
  ) {
    this.#calendar = calendar;
    this.count = count;
    this.#parties = parties;
    this.#pipeline = pipeline;
    this.events = dealEvents(count, now, seed);
    this.#current = Array.from({ length: count });
    this.#left = Uint8Array.from(this.events.counts);
    this.#chance = Uint32Array.from(
      { length: count },
      (_, deal) => (seed ^ Math.imul(deal + 1, 0x9e3779b1)) >>> 0,
    );
    this.#stage = new Uint8Array(count);
    this.#passed = new Uint8Array(count);
    this.#previous = new Uint8Array(count);
    this.#owner = new Uint16Array(count);
    this.#enteredBy = new Uint16Array(count);
    this.#entered = new Float64Array(count);
    this.#closes = new Int32Array(count);
    this.#pickAccount = zipf(parties.accounts.length, 0.7, 20);
  }

  /** What this event of `events.packed` did; `seq` is its number in the log. */
  step(event: number, seq: number): DealChange {
    const deal = dealOf(event);
    const now = (this.events.origin + secondsOf(event)) * 1000 + (deal % 900);
    const chance = new Chance(this.#chance[deal] ?? 0);
    this.#left[deal] = (this.#left[deal] ?? 1) - 1;
    const before = this.#current[deal] ?? null;
    const stood = this.#stage[deal];
    const [entered, previous, enteredBy] = [
      this.#entered[deal] ?? 0,
      this.#previous[deal] ?? 0,
      this.#enteredBy[deal] ?? 0,
    ];
    const changed = before ? this.#change(deal, before, chance, now) : this.#begin(deal, chance, now);
    const owner = this.#seller(deal);
    const after = {
      ...changed,
      version: (before?.version ?? 0) + 1,
      updated_at: iso(now + TAKES_MS),
      updated_by: owner.id,
      recorded: seq,
    };
    this.#current[deal] = after;
    const request = idAt(now, chance);
    this.#chance[deal] = chance.state;
    return {
      before,
      after,
      request,
      now,
      ...(stood === this.#stage[deal] ? {} : { ended: this.#stay(deal, entered, previous, enteredBy) }),
    };
  }

  version(deal: number): DealVersion {
    const version = this.#current[deal];
    if (!version) throw new Error("the deal has not begun");
    return version;
  }
  /** The stay in the stage in which the deal is. */
  stayOf(deal: number): Stay {
    return this.#stay(deal, this.#entered[deal] ?? 0, this.#previous[deal] ?? 0, this.#enteredBy[deal] ?? 0);
  }
  #stay(deal: number, entered: number, previous: number, enteredBy: number): Stay {
    const id = idAt(entered + 3, new Chance(Math.imul(deal + 1, 0xc2b2ae35)));
    const by = this.#parties.sellers[enteredBy]?.id ?? "";
    return { id, entered, enteredBy: by, previous: previous === 0 ? null : stageAt(previous - 1).name };
  }

  #seller(deal: number): Seller {
    const seller = this.#parties.sellers[this.#owner[deal] ?? 0];
    if (!seller) throw new Error("a deal without owner");
    return seller;
  }
  #begin(deal: number, chance: Chance, now: number): DealVersion {
    const { sellers, accounts, products, contacts } = this.#parties;
    const account = accounts[this.#pickAccount(chance)];
    const product = products[Math.floor(products.length * chance.next() ** 1.8)];
    if (!account || !product) throw new Error("a deal without parties");
    // Two deals in three stay with the account's owner.
    this.#owner[deal] = this.#enteredBy[deal] =
      chance.next() < 0.66 ? account.owner : chance.below(sellers.length);
    this.#closes[deal] = Math.floor(now / DAY) + 20 + Math.floor(chance.exponential(60));
    this.#entered[deal] = now;
    const { id: owner, department } = this.#seller(deal);
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
      pipeline: this.#pipeline.id,
      pipeline_version: this.#pipeline.version,
      stage: stageAt(0),
      stage_entered_at: iso(now),
      amount: `${Math.max(500, Math.round(chance.skewed(80_000, 1.2) / 100) * 100)}.00`,
      currency: "CNY",
      close_date: dateOf(this.#closes[deal] ?? 0),
      source: chance.pick(SOURCES),
      next_step: null,
      lost_reason: null,
      slip_count: 0,
      slip_days: 0,
      recorded: 0,
      skipped: null,
    };
  }

  #change(deal: number, before: DealVersion, chance: Chance, now: number): DealVersion {
    const at = this.#stage[deal] ?? 0;
    if (this.#left[deal] === 0 && this.events.ends[deal] === 1) {
      // The further a deal has come, the likelier it is won.
      const isWon = at > 0 && chance.next() < 0.2 + at * 0.12;
      const moved = this.#move(deal, before, isWon ? WON : LOST, now);
      if (!isWon) return { ...moved, lost_reason: chance.pick(LOST_REASONS) };
      return { ...moved, close_date: this.#closeOn(deal, Math.floor(now / DAY)) };
    }
    const what = chance.next();
    if (what < 0.4 && at < LAST_OPEN)
      return this.#move(deal, before, at + (chance.next() < 0.15 && at < LAST_OPEN - 1 ? 2 : 1), now);
    if (what < 0.43 && at > 0) return this.#move(deal, before, at - 1, now);
    if (what < 0.6) return { ...before, amount: otherAmount(before.amount, chance) };
    if (what < 0.8)
      return this.#putOff(before, this.#closeOn(deal, (this.#closes[deal] ?? 0) + 7 + chance.below(45)));
    if (what < 0.97) return { ...before, next_step: otherStep(before.next_step, chance) };
    this.#owner[deal] =
      ((this.#owner[deal] ?? 0) + 1 + chance.below(this.#parties.sellers.length - 1)) %
      this.#parties.sellers.length;
    const { id: owner, department } = this.#seller(deal);
    return { ...before, owner, department };
  }
  /** As the slip clock counts it: how often, and by how many working days. */
  #putOff(before: DealVersion, close_date: string): DealVersion {
    const days = this.#since(close_date) - this.#since(before.close_date);
    return { ...before, close_date, slip_count: before.slip_count + 1, slip_days: before.slip_days + days };
  }
  #since(day: string): number {
    const known = this.#workingDays.get(day) ?? this.#calendar.between("2000-01-01", day);
    this.#workingDays.set(day, known);
    return known;
  }
  #closeOn(deal: number, day: number): string {
    this.#closes[deal] = day;
    return dateOf(day);
  }
  #move(deal: number, before: DealVersion, to: number, now: number): DealVersion {
    const from = this.#stage[deal] ?? 0;
    this.#previous[deal] = from + 1;
    this.#stage[deal] = to;
    this.#entered[deal] = now;
    this.#enteredBy[deal] = this.#owner[deal] ?? 0;
    return {
      ...before,
      stage: stageAt(to),
      stage_entered_at: iso(now),
      skipped: this.#passUntil(deal, from, to),
    };
  }
  /**
   * A move forward passes the stage that is left and those between; those that had not been passed before are
   * left out.
   */
  #passUntil(deal: number, from: number, to: number): readonly string[] | null {
    if (to === LOST || to < from) return null;
    const skipped: string[] = [];
    for (let at = from; at < Math.min(to, LAST_OPEN + 1); at += 1) {
      const passed = this.#passed[deal] ?? 0;
      if (at > from && !(passed & (1 << at))) skipped.push(stageAt(at).name);
      this.#passed[deal] = passed | (1 << at);
    }
    return skipped.length > 0 ? skipped : null;
  }
}

/** Thirty percent up or down, and never the same. */
function otherAmount(amount: string, chance: Chance): string {
  const next = Math.max(500, Math.round((Number(amount) * (0.7 + chance.next() * 0.6)) / 100) * 100);
  return `${next === Number(amount) ? next + 100 : next}.00`;
}
function otherStep(step: string | null, chance: Chance): string {
  const next = chance.pick(NEXT_STEPS);
  return next === step ? (NEXT_STEPS[(NEXT_STEPS.indexOf(next) + 1) % NEXT_STEPS.length] ?? next) : next;
}
