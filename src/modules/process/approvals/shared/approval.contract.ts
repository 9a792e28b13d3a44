import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  flag,
  list,
  literal,
  mapOf,
  moment,
  nullable,
  object,
  oneOf,
  optional,
  text,
  uuid,
  values,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { APPROVAL_STATUSES } from "./approval.ts";

/** A text by language, or one that is the same in all. */
const Words = oneOf(mapOf(text()), text());

const CardDetail = oneOf(
  object({ type: literal("item"), label: Words, done: flag() }),
  object({ type: literal("field"), field: text() }),
  object({ type: literal("answer"), label: Words, value: text() }),
  object({ type: literal("file"), id: text(), name: text() }),
  object({ type: literal("signed"), by: text(), at: text() }),
);
export type CardDetail = Static<typeof CardDetail>;
const CardCriterion = object({
  id: text(),
  kind: text(),
  title: Words,
  met: flag(),
  /** The caller may not read what it is judged by. */
  hidden: optional(flag()),
  details: list(CardDetail),
});
export type CardCriterion = Static<typeof CardCriterion>;

/** The record and its evidence as the gate asks for it: what whoever decides signs. */
const ApprovalCardData = object({
  /** What the caller may read of the record, with titles. */
  record: values(),
  move: object({ from: Words, to: Words, to_name: text() }),
  criteria: list(CardCriterion),
  /**
   * Stands for what is shown here: sent along with a consent, it is refused when anything has changed since.
   */
  seen: text(),
});
export type ApprovalCardData = Static<typeof ApprovalCardData>;

const ApprovalItem = object({
  id: uuid(),
  status: choice(...APPROVAL_STATUSES),
  /** What is asked for, in both languages. */
  what: mapOf(text()),
  /** The stage that the record would move to. */
  to: nullable(text()),
  /** Why, in the requester's words. */
  reason: nullable(text()),
  /** Title of the record when it was asked: whoever is asked must know what about. */
  subject: text(),
  regarding: nullable(object({ object: text(), id: uuid() })),
  requester: nullable(object({ id: uuid(), name: text() })),
  /** Who may decide: a role by its label, or a person. */
  approver: object({ role: optional(text()), label: optional(mapOf(text())), person: optional(text()) }),
  asked_at: moment(),
  decided_at: nullable(moment()),
  decided_by: nullable(text()),
  comment: nullable(text()),
  /** Why what was consented to could not be done. */
  reasons: list(object({ message: text(), code: text() })),
  may: object({ decide: flag(), withdraw: flag() }),
  /**
   * What is decided about, as far as the caller may see it; absent where the record is gone or out of sight.
   */
  card: optional(ApprovalCardData),
  /** Which criterion of the card the consent itself is. */
  need: optional(text()),
});
export type ApprovalItem = Static<typeof ApprovalItem>;

const tag = "approvals";

export const listApprovals = contract({
  method: "GET",
  path: "/approvals",
  tag,
  summary: label("待我审批与我发起的申请", "Requests that wait for me, and my own"),
  description: label(
    "返回待我审批的和我发起的申请。",
    "Requests that wait for the caller, and those the caller made.",
  ),
  /** `box`: "decide" or "asked"; `record`: of this one only. */
  query: object({ box: optional(text({ maxLength: 100 })), record: optional(text({ maxLength: 100 })) }),
  answer: data(list(ApprovalItem)),
});

export const readApproval = contract({
  method: "GET",
  path: "/approvals/:id",
  tag,
  summary: label("一个审批申请，含所要审批的内容", "One request with what is decided about"),
  description: label(
    "返回一个申请及审批时需要看到的内容：金额、勾选、回答、文件。",
    "One request with what is to be seen before deciding: amount, ticks, answers, files.",
  ),
  answer: data(ApprovalItem),
  errors: { not_found: 404 },
});

export const listRecordApprovals = contract({
  method: "GET",
  path: "/records/:object/:id/approvals",
  tag,
  summary: label("这条记录的审批申请，最新在前", "Requests about this record, newest first"),
  description: label("返回一条记录的审批申请，新的在前。", "Requests about a record, newest first."),
  answer: data(list(ApprovalItem)),
  errors: { not_found: 404 },
});

const Decision = object({
  comment: optional(text({ maxLength: 2000 })),
  /**
   * `card.seen` as it was answered, empty where no card was: a decision about something that has changed
   * since is refused.
   */
  seen: optional(text({ maxLength: 4000 })),
});
const deciding = {
  method: "POST",
  tag,
  body: Decision,
  /** Null where the request is no longer the caller's to see. */
  answer: data(nullable(ApprovalItem)),
} as const;
const errors = { bad_match: 400, not_found: 404, closed: 409, not_yours: 403 } as const;
const unseen = { changed_since: 409, if_match_required: 428 } as const;

export const approveRequest = contract({
  ...deciding,
  path: "/approvals/:id/approve",
  summary: label("同意", "Consent"),
  description: label(
    "同意；最后一位同意后，所申请的推进随即完成。记录已改变时返回 409。",
    "Consents; with the last consent the move is made. Where the record has changed meanwhile it answers 409.",
  ),
  errors: { ...errors, ...unseen },
});

export const refuseRequest = contract({
  ...deciding,
  path: "/approvals/:id/refuse",
  summary: label("拒绝", "Refuse"),
  description: label(
    "退回，必须写明意见；申请人已填的内容保留。",
    "Refuses, with a comment; what was filled in stays.",
  ),
  errors: { ...errors, ...unseen, comment_required: 422 },
});

export const withdrawRequest = contract({
  ...deciding,
  path: "/approvals/:id/withdraw",
  summary: label("撤回申请", "Withdraw one's own request"),
  description: label(
    "申请人撤回尚未审批的申请。",
    "Takes back a request that nobody has decided yet, by who made it.",
  ),
  errors,
});
