import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const pipelineMessages = defineMessages({
  not_found: label("没有这个流程。", "This pipeline does not exist."),
  no_record: label(
    "记录不存在，或你无权查看。",
    "The record does not exist, or you do not have access to it.",
  ),
  no_stages: label("“{object}”没有阶段。", "“{object}” has no stages."),
  may_not_manage: label("需要“管理流程”权限。", "This requires the permission “Manage pipelines”."),
  hidden_stage: label("你无权查看这类记录的阶段。", "You do not have access to the stages of these records."),
  malformed: label("请求内容有误，请检查后重试。", "The request is malformed. Check it and try again."),
  name_taken: label(
    "此对象已有代码为“{name}”的流程。",
    "This object already has a pipeline called “{name}”.",
  ),
  bad_definition: label(
    "流程有 {count} 处需要修改，尚未发布。",
    "{count} {count|part of the pipeline needs|parts of the pipeline need} correcting; it was not published.",
  ),
  bad_draft: label("流程有误，未保存。", "The pipeline has errors; it was not saved."),
  nothing_to_publish: label("没有可发布的草稿。", "There is no draft to publish."),
  map_required: label(
    "请说明被删除阶段中的 {count} 条记录移到哪个阶段。",
    "Choose a stage for the {count} {count|record|records} in deleted stages.",
  ),
  map_stage: label(
    "阶段“{stage}”中有 {count} 条记录，请选择移到哪个阶段",
    "Stage “{stage}” has {count} {count|record|records}; choose a stage to move {count|it|them} to",
  ),
  map_unknown: label("“{stage}”不是新版本的阶段", "“{stage}” is not a stage of the new version"),
  moved_since: label(
    "这条记录已不在“{from}”阶段，请刷新后再试。",
    "The record is no longer in stage “{from}”. Refresh and try again.",
  ),
  override_reason: label("特批必须填写原因。", "An exception needs a reason."),
  unknown_criterion: label("没有标识为“{criterion}”的条件。", "This gate has no criterion “{criterion}”."),
  bad_evidence: label("“{criterion}”的内容不符合要求。", "The evidence for “{criterion}” is not valid."),
  no_guidance: label("这个阶段没有这条指引。", "This stage has no such guidance."),
  use_pipelines: label(
    "流程只能在流程设置中修改和发布。",
    "Pipelines can only be changed and published in the pipeline settings.",
  ),
  no_version: label("没有第 {version} 版。", "Version {version} does not exist."),
  pilot_runs: label(
    "这个流程正在试点，请先结束试点再发布。",
    "This pipeline has a pilot running. End it before you publish.",
  ),
  no_pilot: label("这个流程没有在试点。", "This pipeline has no pilot."),
  pilot_stages: label(
    "试点版本的阶段必须与已发布的相同，只能修改关卡、规则和动作。",
    "A pilot must have the stages of the published version; only gates, rules and actions may differ.",
  ),
  bad_valid_until: label(
    "有效期必须是今天起一年内的日期。",
    "The exception must end within a year from today.",
  ),
  ask_override: label("特批进入“{stage}”", "Exception to move to “{stage}”"),
  ask_override_until: label(
    "特批进入“{stage}”，最迟 {until} 补齐",
    "Exception until {until} to move to “{stage}”",
  ),
  ask_reopen: label("重新打开，回到“{stage}”", "Reopen in “{stage}”"),
  ask_sign_off: label("申请进入“{stage}”", "Move to “{stage}”"),
  bad_intent: label("申请的内容已无法读取。", "The content of the request can no longer be read."),
  stage_mapping: label(
    "流程发布第 {version} 版：阶段对应",
    "Pipeline version {version} published: stage mapping",
  ),
});
