import type { WorkingCalendar } from "../../src/shared/expression/types.ts";
import type { DealVersion } from "./deal-rows.ts";

/** Working days by which deals are put off, each date reckoned once. */
export class SlipClock {
  readonly #calendar: WorkingCalendar;
  readonly #workingDays = new Map<string, number>();

  constructor(calendar: WorkingCalendar) {
    this.#calendar = calendar;
  }

  /** As the slip clock counts it: how often, and by how many working days. */
  putOff(before: DealVersion, close_date: string): DealVersion {
    const days = this.#since(close_date) - this.#since(before.close_date);
    return { ...before, close_date, slip_count: before.slip_count + 1, slip_days: before.slip_days + days };
  }
  #since(day: string): number {
    const known = this.#workingDays.get(day) ?? this.#calendar.between("2000-01-01", day);
    this.#workingDays.set(day, known);
    return known;
  }
}
