import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const approvalMessages = defineMessages({
  some_move: label("推进阶段的审批", "Sign-off of a move"),
  not_found: label("没有这个审批申请。", "There is no such request."),
  closed: label("这个申请已经处理过了。", "This request has already been dealt with."),
  not_yours: label("这个申请不由您审批。", "This request is not for you to decide."),
  comment_required: label("退回时请写明意见。", "Say why you reject it."),
  pending: label(
    "已提交审批，正在等待 {approver}。撤回后才能再次提交。",
    "Already sent for approval, waiting for {approver}. Withdraw it before you submit again.",
  ),
  changed_since: label(
    "您打开之后内容有变化，请重新核对后再决定。",
    "Something has changed since you opened it. Look at it again before you decide.",
  ),
  if_match_required: label(
    "请说明您所见的内容：带上申请的 card.seen，或用 If-Match 给出记录的版本。",
    "Say what you saw: send the request’s card.seen, or the version of the record as If-Match.",
  ),
  criterion_changed: label("“{title}”的内容有变化", "“{title}” has changed"),
  gate_changed: label("阶段要求有变化", "The criteria of the stage have changed"),
  moved_on: label("记录已到别的阶段", "The record is in another stage by now"),
  requester_gone: label("申请人已停用", "The person who asked is no longer active"),
  record_gone: label("记录已不存在", "The record is no more"),
  asked: label("请您审批：{what}", "Waiting for your consent: {what}"),
  approved: label("已同意：{what}", "Approved: {what}"),
  refused: label("已退回：{what}", "Rejected: {what}"),
  void: label("申请已失效：{what}", "The request is void: {what}"),
  returned: label("已同意但未能执行：{what}", "Approved, but it could not be done: {what}"),
});
