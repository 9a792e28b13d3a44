import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  labelOf,
  list,
  moment,
  nullable,
  object,
  optional,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** due: it waits, and its moment has come. */
const TimerState = choice("waiting", "due", "fired", "failed", "cancelled");
export type TimerState = Static<typeof TimerState>;

const Timer = object({
  id: uuid(),
  kind: text(),
  /** What it does, in words. */
  label: labelOf(),
  /** What it is about; null where it is about no record. */
  object: nullable(text()),
  record: nullable(uuid()),
  /** Null where the caller may not see the record. */
  title: nullable(text()),
  /** What was asked for. */
  due_at: moment(),
  /** When it is tried next, or was tried last. */
  run_at: moment(),
  state: TimerState,
  tries: whole(),
  error: nullable(object({ code: nullable(text()), message: nullable(text()) })),
  ended_at: nullable(moment()),
});
export type Timer = Static<typeof Timer>;

const Timers = object({
  data: list(Timer),
  /** How many there are of each. */
  counts: object({ waiting: whole(), due: whole(), fired: whole(), failed: whole() }),
  page: object({ next: nullable(text()) }),
});
export type Timers = Static<typeof Timers>;

const tag = "timers";
export const listTimers = contract({
  method: "GET",
  path: "/timers",
  tag,
  summary: label("计时", "Timers"),
  description: label(
    "到点要做的事：等待中、已到点、已触发、失败。需要管理设置的权限；看不到的记录不显示名称。",
    "What is to be done at a moment: waiting, due, fired, failed. For those who manage settings; records that they may not see are not named.",
  ),
  query: closed({
    state: optional(choice("waiting", "due", "fired", "failed")),
    cursor: optional(text()),
    limit: optional(text()),
  }),
  answer: Timers,
  errors: { bad_cursor: 400 },
});

export const readRecordTimers = contract({
  method: "GET",
  path: "/records/:object/:id/timers",
  tag,
  summary: label("一条记录的计时", "Timers of a record"),
  description: label(
    "这条记录上等待中和失败的计时，最近的在前；能看到记录的人都能看到。",
    "Timers of the record that wait or have failed, the next first; for whoever sees the record.",
  ),
  answer: object({ data: list(Timer) }),
  errors: { not_found: 404 },
});

export const retryTimer = contract({
  method: "POST",
  path: "/timers/:id/retry",
  tag,
  summary: label("重试失败的计时", "Try a failed timer again"),
  description: label("立即重新触发一个失败的计时。", "Makes a failed timer due again at once."),
  status: 202,
  answer: object({ id: uuid() }),
  errors: { not_found: 404, not_failed: 409, set_anew: 409 },
});
