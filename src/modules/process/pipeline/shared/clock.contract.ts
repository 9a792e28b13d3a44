import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  flag,
  list,
  mapOf,
  moment,
  nullable,
  number,
  object,
  optional,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/**
 * Where a limit comes from: set for the stage, its longest stay, what won records took, or the usual value
 * where too few were won.
 */
const LimitSource = choice("set", "max", "won", "usual");
export type LimitSource = Static<typeof LimitSource>;
const StageClock = object({
  amber: number(),
  red: number(),
  /** A meeting that is so many days ahead keeps it from red, null: none does. */
  meeting: nullable(number()),
  from: LimitSource,
  /** Stays of won records behind the figures. */
  n: whole(),
});
export type StageClock = Static<typeof StageClock>;

const clock = {
  /** Working days; null where the record is closed or it may not be read. */
  days: nullable(number()),
  level: nullable(choice("amber", "red")),
  limit: nullable(StageClock),
} as const;
const RecordClock = object(clock);
export type RecordClock = Static<typeof RecordClock>;

const LastContact = object({
  id: uuid(),
  type: nullable(text()),
  subject: nullable(text()),
  at: nullable(moment()),
  by: nullable(text()),
});
const RecordClocks = object({
  is_open: flag(),
  dwell: object({ ...clock, since: nullable(moment()) }),
  idle: object({
    ...clock,
    since: nullable(moment()),
    has_contact: flag(),
    /** The activity that set the clock back last, of those that the caller sees; all count, whoever looks. */
    last: nullable(LastContact),
    next_meeting_at: nullable(moment()),
    /** Types of activities that set the clock back once they are done. */
    resets: list(object({ name: text(), label: mapOf(text()) })),
  }),
  slip: object({ ...clock, count: number() }),
});
export type RecordClocks = Static<typeof RecordClocks>;

export const readClocks = contract({
  method: "GET",
  path: "/records/:object/:id/stage-clocks",
  tag: "records",
  summary: label(
    "停留、未联系、延期三个时钟及其阈值",
    "The three clocks of a record, dwell, idle and slip, with their limits",
  ),
  description: label(
    "返回停留、未联系和延期的天数、阈值和级别。",
    "Days of dwell, without contact and of slip, with limits and levels.",
  ),
  query: object({ as_of: optional(text({ maxLength: 100 })) }),
  answer: data(RecordClocks),
  errors: { not_found: 404, bad_as_of: 400 },
});
