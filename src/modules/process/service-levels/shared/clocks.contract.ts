import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  labelOf,
  list,
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
import { CLOCK_STATES } from "./service-level.ts";

const RecordClock = object({
  id: uuid(),
  service_level: object({ id: uuid(), name: text(), label: labelOf() }),
  state: choice(...CLOCK_STATES),
  started_at: moment(),
  due_at: nullable(moment()),
  /** Minutes left, of work where the limit counts work; below 0: over it. Null once it has ended. */
  remaining_minutes: nullable(number()),
  stopped_at: nullable(moment()),
  breached_at: nullable(moment()),
  /** Why it was cancelled, by whoever exempted it. */
  reason: nullable(text()),
});
export type RecordClock = Static<typeof RecordClock>;
const ClockOf = object({ object: text(), record: uuid(), title: nullable(text()), clock: RecordClock });
export type ClockOf = Static<typeof ClockOf>;

const tag = "service levels";
const errors = { not_found: 404 } as const;
export const readClocks = contract({
  method: "GET",
  path: "/records/:object/:id/clocks",
  tag,
  summary: label("一条记录的时限", "Time limits of a record"),
  description: label(
    "每个时限的状态、到期时间和剩余分钟；能看到记录的人都能看到。",
    "State, due moment and minutes left of each limit; for whoever sees the record.",
  ),
  answer: object({ data: list(RecordClock) }),
  errors,
});

export const readManyClocks = contract({
  method: "POST",
  path: "/service-levels/clocks",
  tag,
  summary: label("若干记录最紧的时限", "The most pressing limits of several records"),
  description: label(
    "列表和看板用：每条可见记录返回一个最紧的未完成时限。",
    "For lists and boards: of each record that the caller sees the open limit that is due first.",
  ),
  body: closed({ object: text(), ids: list(uuid(), { maxItems: 200 }) }),
  answer: object({ data: list(ClockOf) }),
  errors,
});

export const readOwnClocks = contract({
  method: "GET",
  path: "/service-levels/mine",
  tag,
  summary: label("我的时限", "One's own open limits"),
  description: label(
    "自己负责且未完成的时限，最紧的在前，最多 20 个。",
    "Open limits that run for oneself, the first due first, 20 at most.",
  ),
  answer: object({ data: list(ClockOf) }),
});

export const exemptClock = contract({
  method: "POST",
  path: "/records/:object/:id/clocks/:clock/exempt",
  tag,
  summary: label("豁免时限", "Exempt a record from a limit"),
  description: label(
    "结束一条记录的某个时限并写明原因；之后不再计时。需要特批权限。",
    "Ends a limit of the record, with a reason; it does not begin again. For those who may make exceptions.",
  ),
  body: closed({ reason: text({ minLength: 1, maxLength: 500 }) }),
  answer: data(RecordClock),
  errors: { ...errors, already_ended: 409 },
});

const ListedLevel = object({ id: uuid(), name: text(), label: labelOf(), object: text() });
export const listLevels = contract({
  method: "GET",
  path: "/service-levels",
  tag,
  summary: label("生效的时限", "Service levels in force"),
  description: label(
    "生效的时限各自针对哪个对象；条件只有管理员能看。",
    "Which objects have limits; their conditions are for administrators.",
  ),
  answer: object({ data: list(ListedLevel) }),
});

const Group = object({
  /** Id of the person or department, or the Monday of the week; null: without one. */
  key: nullable(text()),
  label: nullable(text()),
  met: whole(),
  breached: whole(),
  open: whole(),
  /** Kept of all that were decided; null where none was. */
  rate: nullable(number()),
});
export type AttainmentGroup = Static<typeof Group>;
export const readAttainment = contract({
  method: "POST",
  path: "/service-levels/attainment",
  tag,
  summary: label("时限达成", "How often a limit was kept"),
  description: label(
    "在这些日子开始的时限：达成、超时、未完成，可按成员、部门或周分组。只统计自己看得到的记录。",
    "Of limits that began within these days: kept, late and open, by person, department or week. Only records that the caller sees count.",
  ),
  body: closed({
    /** Id or name. */
    service_level: text({ maxLength: 100 }),
    from: text({ pattern: "^\\d{4}-\\d{2}-\\d{2}" }),
    to: text({ pattern: "^\\d{4}-\\d{2}-\\d{2}" }),
    group_by: optional(choice("person", "department", "week")),
  }),
  answer: object({ groups: list(Group) }),
  errors,
});
