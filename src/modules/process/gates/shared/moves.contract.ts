import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import { ProblemItem } from "../../../../shared/wire/problem.ts";
import {
  anyValue,
  choice,
  data,
  day,
  flag,
  list,
  mapOf,
  moment,
  nullable,
  number,
  object,
  optional,
  shaped,
  text,
  uuid,
  values,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { PipelineDefinition } from "../../../../shared/wire/pipeline-definition.contract.ts";
import { MOVE_KINDS } from "./move.ts";
import { LAYERS, STAGE_TYPES } from "../../pipeline/shared/public.ts";

const FIX_ACTIONS = [
  "fill",
  "tick",
  "answer",
  "upload",
  "complete_tasks",
  "create_related",
  "wait",
  "change",
  "ask_approval",
  "give_reason",
  "supply",
  "none",
] as const;
/** Whether the dialog knows an action that a refusal names. */
export const isFixAction = (name: unknown): name is (typeof FIX_ACTIONS)[number] =>
  FIX_ACTIONS.some((action) => action === name);
/** How a person can meet an unmet criterion: the dialog draws the input or the action from it. */
const Fix = object({
  action: choice(...FIX_ACTIONS),
  fields: optional(list(text())),
  items: optional(list(object({ id: text(), label: mapOf(text()), done: optional(flag()) }))),
  form: optional(text()),
  object: optional(text()),
  document_type: optional(text()),
  until: optional(text()),
});
/** An unmet item as every road answers it. */
const UnmetItem = object({ ...ProblemItem.properties, fix: optional(Fix) });
export type UnmetItem = Static<typeof UnmetItem>;

/** A segment of the ring. `none`: nothing is asked in it; `auto`: actions run on the move. */
const LayerStatus = object({
  layer: choice(...LAYERS),
  state: choice("off", "none", "met", "open", "auto"),
  asked: whole(),
  open: whole(),
});
export type LayerStatus = Static<typeof LayerStatus>;
const Transition = object({
  to: text(),
  label: mapOf(text()),
  type: choice(...STAGE_TYPES),
  order: number(),
  current: optional(flag()),
  move: optional(choice(...MOVE_KINDS)),
  /** Stages that the move would leave out. */
  skips: optional(list(text())),
  allowed: flag(),
  unmet: list(UnmetItem),
  layers: list(LayerStatus),
});
export type Transition = Static<typeof Transition>;

/**
 * What the server sends along with the gates of a record, so that the browser can judge them by the same
 * function while a person types.
 */
const SentFacts = object({
  /** By criterion; of those that this person may read. */
  facts: values(),
  /** Ticks and sign-offs by criterion. */
  evidence: values(),
  /**
   * Criteria that read what this person may not see: their facts stay on the server, which says by stage
   * which of them are unmet.
   */
  hidden: list(text()),
  passed: list(text()),
  stood: mapOf(number()),
  owed: list(text()),
  mover: object({ roles: list(text()), canReopen: flag() }),
  entered_on: nullable(day()),
  entered_at: nullable(moment()),
  today: day(),
  /** Of a version that is tried out in the record's department; else the published one holds. */
  definition: optional(PipelineDefinition),
});
export type SentFacts = Static<typeof SentFacts>;

/** All gates of a record as the server judged them, and the facts by which the browser goes on judging. */
const Gates = object({ data: list(Transition), judged_by: optional(SentFacts) });
export type Gates = Static<typeof Gates>;

const tag = "records";
const short = optional(text({ maxLength: 100 }));
/** How a record is refused that has no stages, whose stage is hidden, or that is not there. */
const errors = { no_stages: 404, hidden_stage: 403, not_found: 404 } as const;
const refused = {
  ...errors,
  bad_match: 400,
  if_match_required: 428,
  version_conflict: 409,
  unknown_criterion: 422,
  bad_evidence: 422,
} as const;

export const listTransitions = contract({
  method: "GET",
  path: "/records/:object/:id/transitions",
  tag,
  summary: label("可到达的阶段及未满足的条件", "Stages a record may move to, and what is unmet"),
  description: label(
    "返回可以推进到的阶段，以及各还缺什么、怎样补齐。",
    "The stages a record may move to, what each still lacks and how to supply it.",
  ),
  /** `reason`: judged as if given; `pipeline`: the stages of another one. */
  query: object({ reason: short, pipeline: short }),
  answer: Gates,
  errors,
});

export const Meet = list(object({ criterion: text({ maxLength: 80 }), value: anyValue() }), {
  maxItems: 60,
});
export type Meet = Static<typeof Meet>;
const MoveRequest = object({
  to: text({ minLength: 1, maxLength: 80 }),
  /** The stage the caller saw: a record moved on since is a 409. */
  from: optional(text({ maxLength: 80 })),
  values: optional(mapOf(anyValue())),
  meet: optional(Meet),
  reason: optional(text({ maxLength: 2000 })),
  /** Kept as a note on the record. */
  note: optional(text({ maxLength: 10_000 })),
  /** What becomes of the record's open tasks: done with it, or kept (the default). */
  open_tasks: optional(choice("finish", "keep")),
  override: optional(
    object({
      reason: optional(text({ maxLength: 2000 })),
      /** The last day on which what is passed counts as met; absent: for this move only. */
      valid_until: optional(text({ maxLength: 10 })),
      valid_days: optional(whole({ minimum: 0, maximum: 366 })),
    }),
  ),
});
export type MoveRequest = Static<typeof MoveRequest>;

/** The record as it is then, as far as the caller may see it. */
const Moved = object({
  data: values(),
  abilities: shaped<object>(object({ update: flag(), delete: flag() })),
});

export const moveRecord = contract({
  method: "POST",
  path: "/records/:object/:id/transitions",
  tag,
  summary: label("推进阶段", "Move a record to a stage"),
  description: label(
    "推进到一个阶段，可一并补齐条件；不满足时返回 422 并逐项说明，需要签核时返回 202。",
    "Moves a record to a stage, supplying what is missing along with it. Unmet criteria answer 422 one by one; where somebody must sign off it answers 202.",
  ),
  body: MoveRequest,
  answer: Moved,
  /** It waits for consents: the first request, and all of them. */
  also: { 202: object({ id: uuid(), approvals: list(uuid()) }) },
  errors: {
    ...refused,
    moved_since: 409,
    approval_pending: 409,
    gate_shut: 422,
    override_reason_required: 422,
    bad_valid_until: 422,
  },
});

export const undoMove = contract({
  method: "POST",
  path: "/records/:object/:id/transitions/undo",
  tag,
  summary: label("撤销刚才的推进", "Undo the move one has just made"),
  description: label(
    "一分钟之内撤销自己刚做的推进：阶段、停留记录和随推进写入的内容都恢复原样，已勾选和填写的资料保留。之后又被改过时拒绝并说明。",
    "Takes back one’s own move within a minute: stage, stays and whatever came with the move go back, ticks and answers stay. Refused, with why, where it was changed since.",
  ),
  /** The version of the record that the move made. */
  body: object({ version: whole({ minimum: 1 }) }),
  answer: Moved,
  errors: {
    ...errors,
    may_not_write: 403,
    not_your_move: 403,
    no_such_move: 409,
    signed: 409,
    exception: 409,
    too_late: 409,
    changed_since: 409,
    undo_refused: 409,
  },
});

export const saveProgress = contract({
  method: "POST",
  path: "/records/:object/:id/gate",
  tag,
  summary: label("先行保存门禁的勾选与材料", "Keep ticks, answers and documents ahead of the move"),
  description: label("先保存勾选、回答和文件，不推进。", "Keeps ticks, answers and files without moving."),
  body: object({ meet: Meet }),
  answer: Moved,
  errors: refused,
});

const RunningException = object({
  criterion: text(),
  /** In words. */
  missing: list(text()),
  until: text(),
  reason: text(),
  by: nullable(text()),
  is_over: flag(),
});
export type RunningException = Static<typeof RunningException>;

export const listRecordExceptions = contract({
  method: "GET",
  path: "/records/:object/:id/exceptions",
  tag,
  summary: label("限期放行后尚待补齐的条件", "What a record was let past for a time and still lacks"),
  description: label(
    "返回限期放行后仍须补齐的条件和期限。",
    "What was let past for a time and is still to be supplied, with its day.",
  ),
  answer: data(list(RunningException)),
  errors,
});
