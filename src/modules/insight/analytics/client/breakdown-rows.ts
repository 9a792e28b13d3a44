import type { Values } from "../../../../shared/metadata/object.ts";
import { textValue } from "../../../../ui/data/values.ts";
import type { WinRateGroup } from "../shared/insight.contract.ts";
import type { CycleGroup } from "../shared/durations.contract.ts";
import type { GroupHead } from "../shared/insight-parts.contract.ts";

/** The figures of one group; without a head those of all of them. */
export interface BreakdownRow {
  readonly head: GroupHead | null;
  readonly wins: WinRateGroup | undefined;
  readonly cycle: CycleGroup | undefined;
}

/** A group by its key. */
export const nameOf = (key: Values): string => JSON.stringify(key);

/** Largest first; months in their order. */
export function rowsOf(
  wins: readonly WinRateGroup[],
  cycles: readonly CycleGroup[],
  month: string | null,
): readonly BreakdownRow[] {
  const byKey = new Map<string, BreakdownRow>();
  for (const group of cycles)
    if (Object.keys(group.key).length > 0)
      byKey.set(nameOf(group.key), { head: group, wins: undefined, cycle: group });
  for (const group of wins)
    byKey.set(nameOf(group.key), { head: group, wins: group, cycle: byKey.get(nameOf(group.key))?.cycle });
  const order = (row: BreakdownRow) => (month === null ? 0 : textValue(row.head?.key[month]));
  return [...byKey.values()].toSorted((a, b) =>
    month === null ? (b.wins?.n ?? 0) - (a.wins?.n ?? 0) : order(a) < order(b) ? -1 : 1,
  );
}
