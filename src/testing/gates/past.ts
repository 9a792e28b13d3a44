import type { Values } from "../../shared/metadata/object.ts";
import type { MadeMove } from "../../modules/process/simulation/server/read-moves.ts";
import { FOREVER, type Life, micro, type Version } from "../../modules/process/simulation/server/versions.ts";

/** The morning of a day of November 2026, as history writes moments. */
export const on = (day: number): string => micro(`2026-11-${String(day).padStart(2, "0")}T02:00:00Z`);
/** A record as it was from one day to another; without an end it is so now. */
export const from = (
  day: number,
  to: number | null,
  values: Values,
  more: Partial<Version> = {},
): Version => ({
  id: "r1",
  number: day,
  from: on(day),
  to: to === null ? FOREVER : on(to),
  isDeleted: false,
  values,
  ...more,
});
/** It began in stage `a` on the 2nd, got an amount on the 4th, and moved to `b` on the 9th. */
export const life: Life = [
  from(2, 4, { stage: "a", stage_entered_at: "2026-11-02T02:00:00Z", amount: null }),
  from(4, 9, { stage: "a", stage_entered_at: "2026-11-02T02:00:00Z", amount: "5" }),
  from(9, null, { stage: "b", stage_entered_at: "2026-11-09T02:00:00Z", amount: "5" }),
];
/** The move of that day. */
export const made = (more: Partial<MadeMove> = {}): MadeMove => ({
  record: "r1",
  from: "a",
  to: "b",
  at: "2026-11-09T02:00:00Z",
  reason: null,
  imported: false,
  overridden: false,
  ...more,
});
