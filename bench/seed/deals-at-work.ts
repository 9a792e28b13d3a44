import type { Chance } from "./chance.ts";
import type { DealEvents } from "./deal-events.ts";
import type { DealStates } from "./deal-states.ts";
import type { Parties } from "./parties.ts";
import type { SlipClock } from "./slip-clock.ts";

/** Between the beginning of a request and the moment its write is given in the database. */
export const TAKES_MS = 6;

/** The pipeline that all deals are in. */
export interface Pipeline {
  readonly id: string;
  readonly version: number;
}

/** What changes of deals draw on. */
export interface DealsAtWork {
  readonly states: DealStates;
  readonly events: DealEvents;
  readonly parties: Parties;
  readonly pipeline: Pipeline;
  readonly pickAccount: (chance: Chance) => number;
  readonly slips: SlipClock;
}
