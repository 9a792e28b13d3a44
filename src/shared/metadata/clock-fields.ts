import { label } from "../i18n/label.ts";
import { type FieldDefinition, options } from "./field.ts";
import type { Shape } from "./record-of.ts";

/**
 * Which activities are in touch with the customer. The one place that says what sets the idle clock back: the
 * roll-up, the norms of won records and the record page read it.
 */
export const CONTACT_ACTIVITY = 'status == "done" && type != "other"';
/**
 * Types of activities that are meetings: one that is planned and still ahead keeps the idle clock from red.
 */
export const MEETING_TYPES = ["meeting", "visit", "demo", "needs_interview"] as const;
const MEETING_AHEAD = `status == "planned" && type in [${MEETING_TYPES.map((type) => JSON.stringify(type)).join(", ")}] && occurred_at > now()`;

export const CLOCKS = ["dwell", "idle", "slip"] as const;
export type Clock = (typeof CLOCKS)[number];

const LEVELS = options([
  { name: "amber", label: label("黄色预警", "Amber"), color: "gold" },
  { name: "red", label: label("红色预警", "Red"), color: "red" },
]);
const DAYS = { kind: "formula", returns: "integer", on_request: true } as const;
const LEVEL = { kind: "formula", returns: "text", options: LEVELS, on_request: true } as const;
const worst = (color: string): string => CLOCKS.map((clock) => `${clock}_level == "${color}"`).join(" || ");

/** What stands still by one of its clocks. */
export const STALLED = 'stall_level == "red"';

/** What the clocks count: kept, and moved by the write that changes it. */
const counted = {
  last_contact_at: {
    kind: "rollup",
    object: "activity",
    via: "regarding",
    fn: "max",
    field: "occurred_at",
    filter: CONTACT_ACTIVITY,
    label: label("最近客户联系", "Last customer contact"),
    description: label(
      "已完成的跟进记录，“其他”方式除外；备注、任务和文件不算",
      "Completed activities of any type except “Other”; notes, tasks and files do not count",
    ),
  },
  slip_count: {
    kind: "integer",
    label: label("延期次数", "Times postponed"),
    description: label(
      "进行中时预计成交日期被推后的次数",
      "How often the close date was postponed while open",
    ),
    computed: true,
    worked_out_of: ["close_date"],
  },
  slip_days: {
    kind: "integer",
    label: label("累计延期（工作日）", "Postponed by (working days)"),
    description: label(
      "每次推后的工作日之和；提前不抵减",
      "Working days of all postponements together; moving it forward does not reduce them",
    ),
    computed: true,
    worked_out_of: ["close_date"],
  },
} as const satisfies Readonly<Record<string, FieldDefinition>>;

/**
 * The clocks of a record with a stage: how long it stands in its stage (dwell), how long nobody was in touch
 * with the customer (idle), how often and how far its closing day was put off (slip). `stage`: the name of
 * the stage field. What a clock counts is stored; the days and levels are worked out when they are asked for,
 * as they change by the hour.
 */
export const clockFields = (stage = "stage") =>
  ({
    ...counted,
    next_meeting_at: {
      kind: "formula",
      returns: "datetime",
      on_request: true,
      expression: `related("activity.regarding", ${MEETING_AHEAD}).min(occurred_at)`,
      label: label("下次客户会面", "Next customer meeting"),
    },
    dwell_days: {
      ...DAYS,
      expression: 'IF(stage_type == "open", WORKDAYS(stage_entered_at, today()), null)',
      label: label("停留工作日", "Working days in stage"),
    },
    idle_days: {
      ...DAYS,
      expression:
        'IF(stage_type == "open", MAX(WORKDAYS(COALESCE(last_contact_at, created_at), today()), 0), null)',
      label: label("未联系客户工作日", "Working days without contact"),
    },
    dwell_level: {
      ...LEVEL,
      expression: `CLOCKLEVEL(pipeline, ${stage}, "dwell", dwell_days)`,
      label: label("停留预警", "Time in stage alert"),
    },
    idle_level: {
      ...LEVEL,
      expression: `CLOCKLEVEL(pipeline, ${stage}, "idle", idle_days, DATEDIF(today(), next_meeting_at, "D"))`,
      label: label("未联系预警", "Contact alert"),
    },
    slip_level: {
      ...LEVEL,
      expression: `CLOCKLEVEL(pipeline, ${stage}, "slip", IF(stage_type == "open", COALESCE(slip_days, 0), null))`,
      label: label("延期预警", "Postponement alert"),
    },
    stall_level: {
      ...LEVEL,
      expression: `IF(${worst("red")}, "red", IF(${worst("amber")}, "amber", null))`,
      label: label("停滞预警", "Stalled alert"),
      description: label(
        "停留、未联系、延期三项预警中最重的一项",
        "The most serious of the three alerts: time in stage, contact, postponement",
      ),
    },
  }) as const satisfies Readonly<Record<string, FieldDefinition>>;

/** What every object with clocks has in common. */
export const clocked = { fields: clockFields() } as const satisfies Shape;
