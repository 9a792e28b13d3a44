import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const approvalMessages = defineMessages({
  not_found: label("没有这个审批申请。", "There is no such request."),
  closed: label("这个申请已经处理过了。", "This request has already been dealt with."),
  not_yours: label("这个申请不由您审批。", "This request is not for you to decide."),
  comment_required: label("拒绝时请写明意见。", "Say why you refuse."),
  requester_gone: label("申请人已停用", "The person who asked is no longer active"),
  record_gone: label("记录已不存在", "The record is no more"),
  asked: label("请您审批：{what}", "Waiting for your consent: {what}"),
  approved: label("已同意：{what}", "Approved: {what}"),
  refused: label("已拒绝：{what}", "Refused: {what}"),
  returned: label("已同意但未能执行：{what}", "Approved, but it could not be done: {what}"),
});
