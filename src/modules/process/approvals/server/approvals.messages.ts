import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const approvalMessages = defineMessages({
  some_move: label("推进阶段的审批", "Approval of a stage move"),
  not_found: label("没有这个审批申请。", "This request does not exist."),
  closed: label("这个申请已经处理过了。", "This request has already been decided."),
  not_yours: label("这个申请不由你审批。", "This request is not yours to decide."),
  comment_required: label("退回时请写明意见。", "Please say why you are rejecting it."),
  pending: label(
    "已提交审批，正在等待 {approver}。撤回后才能再次提交。",
    "Already submitted for approval and waiting for {approver}. Withdraw it before you submit again.",
  ),
  changed_since: label(
    "你打开之后内容有变化，请重新核对后再决定。",
    "Something has changed since you opened it. Please review it before you decide.",
  ),
  if_match_required: label(
    "请说明你看到的内容：带上申请的 card.seen，或用 If-Match 给出记录的版本。",
    "State what you saw: send the request’s card.seen, or the version of the record as If-Match.",
  ),
  criterion_changed: label("“{title}”的内容有变化", "“{title}” has changed"),
  gate_changed: label("阶段要求有变化", "The stage requirements have changed"),
  moved_on: label("记录已到别的阶段", "The record is now in another stage"),
  requester_gone: label("申请人已停用", "The requester is no longer active"),
  record_gone: label("记录已不存在", "The record no longer exists"),
  asked: label("请你审批：{what}", "Waiting for your approval: {what}"),
  approved: label("已同意：{what}", "Approved: {what}"),
  refused: label("已退回：{what}", "Rejected: {what}"),
  void: label("申请已失效：{what}", "No longer valid: {what}"),
  returned: label("已同意但未能执行：{what}", "Approved, but it could not be carried out: {what}"),
});
