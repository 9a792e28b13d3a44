import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** What a shut gate says when its criterion has no message of its own. */
export const gateMessages = defineMessages({
  required: label("请填写“{field}”", "Fill in “{field}”"),
  condition_unmet: label("条件未满足：{expression}", "Condition not met: {expression}"),
  checklist_open: label("检查清单还有未完成项：{items}", "Checklist not finished: {items}"),
  tasks_open: label("任务尚未完成：{items}", "Tasks not done: {items}"),
  tasks_open_all: label("本阶段的任务尚未全部完成", "Not all tasks of this stage are done"),
  form_incomplete: label("请填完“{form}”", "Complete “{form}”"),
  document_missing: label("缺少文件“{type}”（{have}/{min}）", "Document “{type}” is missing ({have}/{min})"),
  related_missing: label("“{object}”还不够（{have}/{min}）", "Not enough “{object}” ({have}/{min})"),
  related_too_many: label(
    "“{object}”过多（{have}，最多 {max}）",
    "Too many “{object}” ({have}, at most {max})",
  ),
  approval_required: label("需要“{role}”签核", "Needs the sign-off of “{role}”"),
  asks_related: label("要有“{object}”", "“{object}” must be there"),
  asks_document: label("要有文件“{type}”", "Document “{type}” must be there"),
  asks_dwell: label("停留 {min}–{max} 个工作日", "A stay of {min}–{max} working days"),
  mover_rule: label(
    "只有指定角色可以推进（当时的角色未留存）",
    "Only certain roles may move it (who had them then is not kept)",
  ),
  dwell_too_short: label(
    "在本阶段还需停留到 {until}（至少 {min} 个工作日）",
    "Has to stay in this stage until {until} (at least {min} working days)",
  ),
  dwell_too_long: label(
    "在本阶段已停留 {have} 个工作日，超过 {max} 个",
    "Has stood in this stage for {have} working days, more than {max}",
  ),
  in_skipped_stage: label("{stage}：{text}", "{stage}: {text}"),
  not_stood: label(
    "要在本阶段停留至少 {min} 个工作日，不能跳过（已停留 {have} 个）",
    "Asks for a stay of at least {min} working days and cannot be skipped ({have} so far)",
  ),
  skipped: label("跳过阶段：{stages}", "Stages left out: {stages}"),
  unknown_stage: label("该流程没有阶段“{stage}”", "This pipeline has no stage “{stage}”"),
  no_pipeline: label("没有已发布的流程可用", "There is no published pipeline to use"),
  skip_not_allowed: label(
    "不能跳过阶段：{stages}。下一个可进入的阶段是“{next}”",
    "Stages may not be skipped: {stages}. The next stage is “{next}”",
  ),
  backward_not_allowed: label("不允许回退到更早的阶段", "Moving back to an earlier stage is not allowed"),
  backward_reason_required: label("回退需要填写原因", "Give a reason for moving back"),
  reopen_not_allowed: label("您无权重新打开已关闭的记录", "You may not reopen a closed record"),
  reopen_off: label("该流程不允许重新打开已关闭的记录", "This pipeline does not reopen closed records"),
  reopen_reason_required: label("重新打开需要填写原因", "Give a reason for reopening"),
  create_not_allowed: label(
    "不能直接在阶段“{stage}”新建，请从“{stages}”开始",
    "Records may not be created in stage “{stage}”: begin in {stages}",
  ),
  mover_not_allowed: label(
    "只有 {roles} 可以推进到“{stage}”",
    "Only {roles} may move a record into “{stage}”",
  ),
  editor_not_allowed: label(
    "处于“{stage}”的记录只有 {roles} 可以修改",
    "Only {roles} may edit a record in “{stage}”",
  ),
  override_not_allowed: label("您无权放行门禁", "You may not override a gate"),
  override_reason_required: label("放行必须填写原因", "An override needs a reason"),
  owners_manager: label("负责人的上级", "the owner's manager"),
  override_approval: label(
    "放行门禁需经“{approver}”同意",
    "Overriding the gate needs the consent of “{approver}”",
  ),
  reopen_approval: label("重新打开需经“{approver}”同意", "Reopening needs the consent of “{approver}”"),
  exception_over: label("放行已于 {until} 到期：{text}", "The exception ended on {until}: {text}"),
  bad_exception: label(
    "放行有效期必须是今天或以后的日期，最长一年",
    "An exception lasts until today or later, a year at most",
  ),
  title_condition: label("条件：{fields}", "Condition: {fields}"),
  title_checklist: label("检查清单", "Checklist"),
  title_tasks: label("任务", "Tasks"),
  title_form: label("调研表：{form}", "Questionnaire: {form}"),
  title_document: label("文件：{type}", "Document: {type}"),
  title_approval: label("签核", "Sign-off"),
  title_dwell: label("停留时间", "Time in stage"),
  yes: label("是", "Yes"),
  no: label("否", "No"),
  unknown_kind: label(
    "此条件的类型已不再提供，请系统管理员修改流程",
    "Criteria of this kind are no longer known; an administrator has to change the pipeline",
  ),
  hidden_criterion: label("有一项您无权查看的条件未满足", "A condition that you may not see is not met"),
});
