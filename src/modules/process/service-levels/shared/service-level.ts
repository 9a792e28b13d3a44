import {
  choice,
  closed,
  list,
  nullable,
  number,
  object,
  oneOf,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { TIME_UNITS } from "../../../../shared/time/working-time.ts";

/** 100 working days in minutes, and more than any limit needs. */
const MOST = 1_000_000;
export const Amount = closed({ amount: number({ minimum: 0, maximum: MOST }), unit: choice(...TIME_UNITS) });
export type LevelAmount = Static<typeof Amount>;

/** Who is told so long after the limit has passed. */
const Step = closed({
  after: Amount,
  to: oneOf(choice("owner", "manager"), closed({ role: text({ maxLength: 60 }) })),
});
export type EscalationStep = Static<typeof Step>;
export const Steps = list(Step, { maxItems: 8 });
export const Warning = nullable(Amount);
/** Kept names of a level in both languages. */
export const Named = object({ "zh-CN": text(), en: text() });

export const CLOCK_STATES = ["running", "paused", "met", "warned", "breached", "cancelled"] as const;
export type ClockState = (typeof CLOCK_STATES)[number];
