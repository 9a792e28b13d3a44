import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const approvalTexts = defineMessages({
  title: label("审批", "Approvals"),
  decide: label("待我审批", "Waiting for me"),
  all: label("全部审批", "All approvals"),
  asked: label("我发起的", "Asked by me"),
  none: label("没有待审批的申请", "Nothing waits for you"),
  noneAsked: label("您还没有发起过申请", "You have not asked for anything"),
  noneDetail: label("放行、重新打开和签核的申请会出现在这里", "Requests to override, reopen or sign off appear here"),
  approve: label("同意", "Approve"),
  refuse: label("拒绝", "Refuse"),
  withdraw: label("撤回", "Withdraw"),
  comment: label("意见（拒绝时必填）", "Comment (needed to refuse)"),
  by: label("{name} 申请", "asked by {name}"),
  waitsFor: label("等待 {name} 审批", "waits for {name}"),
  decidedBy: label("由 {name} 处理", "decided by {name}"),
  waiting: label("待审批", "Waiting"),
  approved: label("已同意", "Approved"),
  refused: label("已拒绝", "Refused"),
  withdrawn: label("已撤回", "Withdrawn"),
  returned: label("已退回", "Returned"),
  returnedWhy: label("同意了，但情况已变，没有执行：", "Approved, but things have changed and it was not done:"),
  done: label("已处理", "Done"),
});
