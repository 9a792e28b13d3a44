import { Chance } from "./chance.ts";

const DAY = 86_400;
/** How much of a year's new business begins in each month: quiet at New Year, busy before quarters end. */
const SEASON = [0.75, 0.45, 1.25, 1, 1, 1.2, 0.95, 0.95, 1.2, 0.8, 1.05, 1.1];
const YEARS = 3;
const MEAN_CHANGES = 6;
const MOST_CHANGES = 30;
/** Deal numbers have 20 bits in an event. */
const DEALS = 2 ** 20;

export type Fate = "won" | "lost" | "open";
export interface DealEvents {
  /** Seconds since `origin` and the deal, packed, in order of time. */
  readonly packed: Float64Array;
  /** How many events each deal has; its creation is one. */
  readonly counts: Uint8Array;
  /** Whether the deal's last event ends it. */
  readonly ends: Uint8Array;
  /** Unix seconds. */
  readonly origin: number;
}
export const dealOf = (event: number): number => event % DEALS;
export const secondsOf = (event: number): number => Math.floor(event / DEALS);

/**
 * When what happens to every deal: three years of it, never after `now` (ms); in working hours, at most once
 * a day for each deal.
 */
export function dealEvents(deals: number, now: number, seed: number): DealEvents {
  if (deals > DEALS) throw new Error(`at most ${DEALS} deals`);
  const today = Math.floor(now / 1000 / DAY) * DAY;
  const origin = today - YEARS * 365 * DAY;
  const counts = new Uint8Array(deals);
  const ends = new Uint8Array(deals);
  let packed = new Float64Array(deals * 8);
  let length = 0;
  const add = (deal: number, seconds: number): void => {
    if (length === packed.length) {
      const more = new Float64Array(length * 2);
      more.set(packed);
      packed = more;
    }
    packed[length++] = seconds * DEALS + deal;
    counts[deal] = (counts[deal] ?? 0) + 1;
  };
  const last = (today - origin) / DAY - 1;
  for (let deal = 0; deal < deals; deal += 1) {
    const chance = new Chance(seed + Math.imul(deal, 2654435761));
    let day = firstDay(chance, origin, last);
    add(deal, day * DAY + timeOfDay(chance));
    const changes = Math.min(MOST_CHANGES, Math.floor(chance.exponential(MEAN_CHANGES)));
    const pace = chance.skewed(9, 0.9);
    let done = 0;
    for (; done < changes; done += 1) {
      day = onWorkday(day + 1 + Math.floor(chance.exponential(pace)), origin);
      if (day > last) break;
      add(deal, day * DAY + timeOfDay(chance));
    }
    // One in eight stalls: nobody touches it any more, and nobody closes it.
    ends[deal] = done === changes && changes > 0 && chance.next() > 0.125 ? 1 : 0;
  }
  return { packed: packed.subarray(0, length).sort(), counts, ends, origin };
}

function firstDay(chance: Chance, origin: number, last: number): number {
  for (;;) {
    // Business grows: more deals begin today than did three years ago.
    const day = onWorkday(Math.floor(last * chance.next() ** 0.8), origin);
    const month = new Date((origin + day * DAY) * 1000).getUTCMonth();
    if (day <= last && chance.next() * 1.3 < (SEASON[month] ?? 1)) return day;
  }
}
/** Saturday and Sunday wait until Monday. */
function onWorkday(day: number, origin: number): number {
  const weekday = (Math.floor(origin / DAY) + day + 4) % 7;
  return weekday === 0 ? day + 1 : weekday === 6 ? day + 2 : day;
}
/** Nine to six in China. */
const timeOfDay = (chance: Chance): number => 3600 + chance.below(9 * 3600);
