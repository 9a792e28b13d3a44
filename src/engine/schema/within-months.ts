import { DAY_MS } from "../../shared/time/dates.ts";
import { monthBegin } from "../../shared/time/spans.ts";

const MONTH = 31 * DAY_MS;
/** What lies outside is spelled with more or other digits than a database reads. */
const [FIRST, LAST] = [Date.parse("0002-01-01"), Date.parse("9999-01-01")];

/**
 * Bounds for the moments of rows in a table that is kept by months: from a month before the first of `since`
 * to a month after the last of `until`, which is to spare for clocks that were put right. Planning a
 * statement for the months that can matter takes a tenth of planning it for all of a ledger's years. Where a
 * moment is not known (null) there is no bound.
 * @example withinMonths(["2026-11-29T08:00:00Z"], ["2026-11-30T08:00:00Z"]) // ["2026-10-29T08:00:00.000Z", "2026-12-31T08:00:00.000Z"]
 */
export function withinMonths(
  since: readonly (string | null)[],
  until: readonly (string | null)[],
): readonly [string, string] {
  const first = Math.min(...since.map(instant)) - MONTH;
  const last = Math.max(...until.map(instant)) + MONTH;
  return [spelled(first, "-infinity"), spelled(last, "infinity")];
}
/**
 * The same in whole months, from the first moment of one to the first after another: as a text it stays the
 * same for a month, so that a statement that spells it can be kept prepared.
 * @example wholeMonths(["2026-11-29T08:00:00Z"], ["2026-11-30T08:00:00Z"]) // ["2026-10-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"]
 */
export function wholeMonths(
  since: readonly (string | null)[],
  until: readonly (string | null)[],
): readonly [string, string] {
  const first = Math.min(...since.map(instant));
  const last = Math.max(...until.map(instant));
  return [spelled(monthBegin(first, -1), "-infinity"), spelled(monthBegin(last, 2), "infinity")];
}
const instant = (text: string | null): number => (text === null ? Number.NaN : Date.parse(text));
const spelled = (at: number, otherwise: string): string =>
  at > FIRST && at < LAST ? new Date(at).toISOString() : otherwise;
