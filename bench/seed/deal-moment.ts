import type { WorkingCalendar } from "../../src/shared/expression/types.ts";
import { dayIn } from "../../src/shared/time/zone.ts";

const QUARTER_HOUR = 900_000;
const DAY = 86_400_000;

/** Days and working days in the company's zone, fast enough to be asked millions of times. */
export class DealCalendar {
  readonly #days = new Map<number, string>();
  readonly #passed = new Map<string, number>();
  readonly #zone: string;
  readonly #calendar: WorkingCalendar;
  readonly #origin: string;

  constructor(zone: string, calendar: WorkingCalendar, from: number) {
    this.#zone = zone;
    this.#calendar = calendar;
    this.#origin = this.dayOf(from - DAY);
  }
  /** The company's date at a moment. Zones are whole quarters of an hour ahead of UTC. */
  dayOf(ms: number): string {
    const quarter = Math.floor(ms / QUARTER_HOUR);
    let day = this.#days.get(quarter);
    if (day === undefined) this.#days.set(quarter, (day = dayIn(this.#zone, new Date(ms).toISOString())));
    return day;
  }
  workingDays(from: number, to: number): number {
    return Math.max(0, this.#since(this.dayOf(to)) - this.#since(this.dayOf(from)));
  }
  #since(day: string): number {
    let count = this.#passed.get(day);
    if (count === undefined) this.#passed.set(day, (count = this.#calendar.between(this.#origin, day)));
    return count;
  }
}

export const iso = (ms: number): string => new Date(ms).toISOString();
/** Year and month of a superseded version's end, as history is divided. */
export const periodOf = (at: string): number => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1;
/** The date that lies so many days after 1970-01-01. */
const dates = new Map<number, string>();
export function dateOf(day: number): string {
  let text = dates.get(day);
  if (text === undefined) dates.set(day, (text = new Date(day * DAY).toISOString().slice(0, 10)));
  return text;
}
