import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** What a shut gate says when its criterion has no message of its own. */
export const gateMessages = defineMessages({
  required: label("请填写“{field}”", "Fill in “{field}”"),
  condition_unmet: label("条件未满足：{expression}", "Condition not met: {expression}"),
  checklist_open: label("检查清单还有未完成项：{items}", "Checklist not complete: {items}"),
  tasks_open: label("任务尚未完成：{items}", "Tasks not completed: {items}"),
  tasks_open_all: label("本阶段的任务尚未全部完成", "Not all tasks of this stage are completed"),
  form_incomplete: label("请填完“{form}”", "Complete “{form}”"),
  document_missing: label("上传“{type}”（{have}/{min}）", "Upload “{type}” ({have}/{min})"),
  related_missing: label("“{object}”还不够（{have}/{min}）", "Not enough “{object}” ({have}/{min})"),
  related_too_many: label(
    "“{object}”过多（{have}，最多 {max}）",
    "Too many “{object}” ({have}, at most {max})",
  ),
  approval_required: label("需要 {role} 签核", "Needs approval by {role}"),
  asks_related: label("需要“{object}”", "“{object}” required"),
  asks_document: label("需要上传“{type}”", "“{type}” required"),
  asks_dwell: label("停留 {min}–{max} 个工作日", "{min}–{max} working days in stage"),
  mover_rule: label(
    "只有指定角色可以推进（当时的角色未留存）",
    "Only certain roles can move it (who had them at the time is not recorded)",
  ),
  dwell_too_short: label(
    "在本阶段还需停留到 {until}（至少 {min} 个工作日）",
    "Must stay in this stage until {until} (at least {min} working days)",
  ),
  dwell_too_long: label(
    "在本阶段已停留 {have} 个工作日，超过上限 {max} 个工作日",
    "In this stage for {have} working days, over the maximum of {max}",
  ),
  in_skipped_stage: label("{stage}：{text}", "{stage}: {text}"),
  not_stood: label(
    "要在本阶段停留至少 {min} 个工作日，不能跳过（已停留 {have} 个）",
    "Requires at least {min} working days in this stage, so it cannot be skipped ({have} so far)",
  ),
  skipped: label("跳过阶段：{stages}", "Skipped stages: {stages}"),
  unknown_stage: label("该流程没有阶段“{stage}”", "This pipeline has no stage “{stage}”"),
  no_pipeline: label("没有已发布的流程可用", "There is no published pipeline"),
  skip_not_allowed: label(
    "不能跳过阶段：{stages}。下一个可进入的阶段是“{next}”",
    "Stages cannot be skipped: {stages}. The next stage is “{next}”",
  ),
  backward_not_allowed: label("不允许退回到更早的阶段", "Moving back to an earlier stage is not allowed"),
  backward_reason_required: label("退回需要填写原因", "Give a reason for moving back"),
  reopen_not_allowed: label(
    "你无权重新打开已关闭的记录",
    "You do not have permission to reopen a closed record",
  ),
  reopen_off: label(
    "该流程不允许重新打开已关闭的记录",
    "This pipeline does not allow closed records to be reopened",
  ),
  reopen_reason_required: label("重新打开需要填写原因", "Give a reason for reopening"),
  create_not_allowed: label(
    "不能直接在阶段“{stage}”新建，请从“{stages}”开始",
    "Records cannot be created in stage “{stage}”. Start in {stages}",
  ),
  mover_not_allowed: label("只有 {roles} 可以推进到“{stage}”", "Only {roles} can move a record to “{stage}”"),
  editor_not_allowed: label(
    "处于“{stage}”的记录只有 {roles} 可以修改",
    "Only {roles} can edit a record in “{stage}”",
  ),
  override_not_allowed: label("你没有特批通过关卡的权限", "You do not have permission to make an exception"),
  override_reason_required: label("特批必须填写原因", "An exception needs a reason"),
  owners_manager: label("负责人的上级", "the owner’s manager"),
  override_approval: label("特批需经“{approver}”同意", "An exception needs approval by “{approver}”"),
  reopen_approval: label("重新打开需经“{approver}”同意", "Reopening needs approval by “{approver}”"),
  exception_over: label("限期放行已于 {until} 到期：{text}", "The exception ended on {until}: {text}"),
  bad_exception: label(
    "有效期必须是今天或以后的日期，最长一年",
    "The exception must end today or later, within a year",
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
    "这种条件已不再支持，请系统管理员修改流程",
    "This type of criterion is no longer supported. An administrator has to change the pipeline",
  ),
  hidden_criterion: label("有一项你无权查看的条件未满足", "A criterion you do not have access to is not met"),
});
