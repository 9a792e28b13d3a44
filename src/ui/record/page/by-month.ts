import type { Described, TimelineEntry } from "../../../shared/wire/changes.contract.ts";
import { dayText } from "../../kit/time-text.ts";

export interface Month {
  /** `2026-11`, by the company's clock. */
  readonly month: string;
  readonly entries: readonly TimelineEntry[];
}

/** A line of the log; anything else hangs on the record, or is told by a module. */
export const isLine = (entry: TimelineEntry): entry is TimelineEntry & { readonly data: Described } =>
  entry.type === "change";
/** What no person did: set-up, demonstration data, rules, clocks. */
const isOfSystem = (entry: TimelineEntry): boolean => isLine(entry) && entry.data.actor.id === null;

/** Entries by the month they stand in, as they come; in each month the program's own lines last. */
export function byMonth(entries: readonly TimelineEntry[]): readonly Month[] {
  const months = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const month = dayText(entry.at).slice(0, 7);
    const found = months.get(month);
    if (found) found.push(entry);
    else months.set(month, [entry]);
  }
  return [...months].map(([month, all]) => ({
    month,
    entries: [...all.filter((entry) => !isOfSystem(entry)), ...all.filter(isOfSystem)],
  }));
}
