import {
  choice,
  decimal,
  flag,
  mapOf,
  moment,
  nullable,
  object,
  optional,
  text,
  values,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/**
 * Cohort: what became of the records created in the window. Flow: what happened in the window, whenever the
 * records were created.
 */
export const InsightMode = choice("cohort", "flow");
export type InsightMode = Static<typeof InsightMode>;

/** The records behind a number: GET /records/{object} with this filter has just as many. */
export const RecordsRef = object({
  object: text(),
  filter: text(),
  as_of: optional(text()),
  known_at: optional(text()),
});
export type RecordsRef = Static<typeof RecordsRef>;
export const counted = { count: whole(), records: RecordsRef } as const;
export const Counted = object(counted);
export type Counted = Static<typeof Counted>;

export const MoneySum = object({
  amount: decimal(),
  currency: text(),
  mixed: optional(flag()),
  rate_date: optional(text()),
});
export type MoneySum = Static<typeof MoneySum>;

/** What every answer begins with. */
export const frame = {
  object: text(),
  pipeline: nullable(object({ id: text(), name: text(), label: mapOf(text()) })),
  mode: InsightMode,
  /** Days of the company's zone, both within; of a movement the two moments as they were asked. */
  from: nullable(text()),
  to: nullable(text()),
  as_of: nullable(text()),
  /** As believed then; absent: as believed now. */
  known_at: optional(text()),
  computed_at: moment(),
} as const;
const InsightFrame = object(frame);
export type InsightFrame = Static<typeof InsightFrame>;

/** Which group a figure is of: its values by field, with the titles of records. */
export const head = { key: values(), titles: optional(values()) } as const;
const GroupHead = object(head);
export type GroupHead = Static<typeof GroupHead>;

/** How questions are refused that are asked of the stages of an object. */
export const insightErrors = {
  unknown_object: 404,
  no_stages: 404,
  no_pipeline: 404,
  hidden_stage: 403,
  bad_day: 400,
  bad_window: 400,
  bad_filter: 400,
  bad_as_of: 400,
  known_without_as_of: 400,
  known_before_as_of: 400,
  too_many_groups: 400,
} as const;
