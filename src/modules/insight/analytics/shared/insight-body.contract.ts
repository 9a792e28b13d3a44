import {
  choice,
  list,
  object,
  oneOf,
  optional,
  text as anyText,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { InsightMode } from "./insight-parts.contract.ts";

const text = (maxLength: number) => optional(anyText({ maxLength }));
const name = anyText({ maxLength: 100 });
const bucket = choice("day", "week", "month", "quarter", "year");
const key = oneOf(name, object({ field: name, bucket: optional(bucket) }));

const scoped = {
  object: anyText({ maxLength: 80 }),
  pipeline: text(100),
  filter: text(4000),
  group_by: optional(oneOf(key, list(key, { maxItems: 3 }))),
  /**
   * A position of the log, a day or a moment: the past as it was believed then. With `as_of`; of a movement
   * it goes with `to`.
   */
  known_at: text(40),
} as const;
const common = {
  ...scoped,
  from: text(10),
  to: text(10),
  mode: optional(InsightMode),
  as_of: text(40),
} as const;

export const DurationUnit = choice("calendar_days", "working_days");
export type DurationUnit = Static<typeof DurationUnit>;
const unit = optional(DurationUnit);

/** What every question about a pipeline takes. */
export const InsightBody = object(common);
export const DwellBody = object({ ...common, unit });
export const CycleBody = object({
  ...common,
  unit,
  start: text(100),
  outcomes: optional(list(name, { minItems: 1, maxItems: 20 })),
});
export const LossBody = object({ ...common, reason: text(100) });

/** Days or ISO moments. */
const moment = anyText({ minLength: 1, maxLength: 40 });
export const MovementBody = object({ ...scoped, from: moment, to: moment });

export type MovementBody = Static<typeof MovementBody>;
export type InsightBody = Static<typeof InsightBody>;
export type DwellBody = Static<typeof DwellBody>;
export type CycleBody = Static<typeof CycleBody>;
export type LossBody = Static<typeof LossBody>;
