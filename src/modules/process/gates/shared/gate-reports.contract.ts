import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  data,
  day,
  decimal,
  flag,
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

const tag = "pipelines";
const short = optional(text({ maxLength: 100 }));
/** Moments or days. */
const period = object({ from: short, to: short });
const errors = { not_found: 404 } as const;

const Impact = object({
  records: whole(),
  open: whole(),
  /** Records of stages that there would be no longer. */
  removed: list(object({ stage: text(), records: whole() })),
  judged: whole(),
  /** Of those judged: so many could not take their next step, and so many cannot now. */
  failing: whole(),
  failing_now: nullable(whole()),
});
export type Impact = Static<typeof Impact>;
export const readImpact = contract({
  method: "GET",
  path: "/pipelines/:id/impact",
  tag,
  summary: label("发布的影响", "What a publication concerns"),
  description: label(
    "发布之前查看：多少条记录会无法进入下一阶段，与现在相比。",
    "Before publishing: how many records could not go on, compared with now.",
  ),
  query: object({ version: short }),
  answer: Impact,
  errors,
});

const counts = { moves: whole(), overrides: whole(), skips: whole(), bypasses: whole() } as const;
/** How often gates were passed, and got round. */
const counted = {
  ...counts,
  refusals: whole(),
  /** A fraction with four decimals; null where nobody moved anything. */
  rate: nullable(decimal()),
} as const;
const Counted = object(counted);
export type Counted = Static<typeof Counted>;
const who = { person: nullable(uuid()), name: nullable(text()) } as const;
const PersonCounted = object({ ...who, ...counted });
export type PersonCounted = Static<typeof PersonCounted>;
const StageCounted = object({ stage: text(), ...counted });
export type StageCounted = Static<typeof StageCounted>;
const RoadCounted = object({ ...who, ...counts, stage: text(), road: text() });
export type RoadCounted = Static<typeof RoadCounted>;
const Bypass = object({
  object: text(),
  record: uuid(),
  /** Null where the caller may not read the record. */
  title: nullable(text()),
  stage: text(),
  entered_by: nullable(uuid()),
  entered_by_name: nullable(text()),
  entered_at: moment(),
  road: text(),
  /** Of an override; null where stages were only left out. */
  reason: nullable(text()),
  /** What an override passed by. */
  unmet: nullable(list(object({ code: text(), criterion: nullable(text()), field: nullable(text()) }))),
  skipped: nullable(list(text())),
});
export type Bypass = Static<typeof Bypass>;
const Overrides = object({
  /** By person, stage and road, those that have any. */
  groups: list(RoadCounted),
  people: list(PersonCounted),
  stages: list(StageCounted),
  /** The newest overrides and skips. */
  data: list(Bypass),
});
export type Overrides = Static<typeof Overrides>;
export const countOverrides = contract({
  method: "GET",
  path: "/pipelines/:id/overrides",
  tag,
  summary: label("放行统计", "Overrides by person and stage"),
  description: label("按成员和阶段统计特批推进。", "Moves with an exception, by member and stage."),
  query: period,
  answer: Overrides,
  errors: { ...errors, malformed: 400 },
});

const ExceptionRow = object({
  record: uuid(),
  object: text(),
  title: nullable(text()),
  stage: nullable(text()),
  criterion: text(),
  until: day(),
  granted_at: moment(),
  granted_by_name: nullable(text()),
  reason: text(),
  is_over: flag(),
});
export type ExceptionRow = Static<typeof ExceptionRow>;
export const listExceptions = contract({
  method: "GET",
  path: "/pipelines/:id/exceptions",
  tag,
  summary: label("限期放行及已到期的放行", "Exceptions that end, and those that are over"),
  description: label(
    "列出进行中和已到期的限期放行。",
    "Exceptions that are running, and those whose day is past.",
  ),
  /** `state`: "over" for those that are. */
  query: object({ state: short }),
  answer: data(list(ExceptionRow)),
  errors: { ...errors, no_stages: 404, hidden_stage: 403 },
});
