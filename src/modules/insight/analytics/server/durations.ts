import { type FoundRow, percentile } from "../../../../engine/public.ts";
import type { DurationMeasures } from "../shared/durations.contract.ts";
import type { DurationUnit } from "../shared/insight-body.contract.ts";
import { decimal } from "./numbers.ts";

/** Mean, median, P90 and total of a duration in SQL, named after `as`; rows where it is null are left out. */
export const durationColumns = (value: string, as: string): string =>
  [
    `round(avg(${value}), 12) as ${as}_mean`,
    `${percentile(value, "0.5")} as ${as}_median`,
    `${percentile(value, "0.9")} as ${as}_p90`,
    `coalesce(sum(${value}), 0) as ${as}_total`,
  ].join(", ");

const measuresOf = (row: FoundRow, as: string): DurationMeasures => ({
  mean: decimal(row[`${as}_mean`]),
  median: decimal(row[`${as}_median`]),
  p90: decimal(row[`${as}_p90`]),
  total: decimal(row[`${as}_total`]) ?? "0",
});

/**
 * Both units under their names, and the one that was asked for in front. Columns as `durationColumns(…,
 * "cal")` and `(…, "work")` make them.
 */
export function durationsOf(
  row: FoundRow,
  unit: DurationUnit,
): DurationMeasures & { readonly calendar_days: DurationMeasures; readonly working_days: DurationMeasures } {
  const both = { calendar_days: measuresOf(row, "cal"), working_days: measuresOf(row, "work") };
  return { ...both[unit], ...both };
}
