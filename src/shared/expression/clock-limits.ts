/**
 * From when on a clock of a stage is amber and red, in working days; `meeting`: a meeting that is so many
 * days ahead keeps it from red, null: none does.
 */
export interface ClockLimit {
  readonly amber: number;
  readonly red: number;
  readonly meeting: number | null;
}
/** By `clockKey`. */
export type ClockLimits = ReadonlyMap<string, ClockLimit>;

export const clockKey = (pipeline: string, stage: string, clock: string): string =>
  `${pipeline}/${stage}/${clock}`;

export type ClockColor = "amber" | "red";
/**
 * What a clock says after so many working days. `meetingIn`: days until the next meeting with the customer.
 * @example clockColor({ amber: 5, red: 10, meeting: 14 }, 12, 3) // "amber": red, but for the meeting in three days
 */
export function clockColor(
  limit: ClockLimit | undefined,
  days: number | null,
  meetingIn: number | null = null,
): ClockColor | null {
  if (!limit || days === null) return null;
  const isEased =
    meetingIn !== null && limit.meeting !== null && meetingIn >= 0 && meetingIn <= limit.meeting;
  if (days > limit.red) return isEased ? "amber" : "red";
  return days > limit.amber ? "amber" : null;
}
