import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const pipelineMessages = defineMessages({
  not_found: label("没有这个流程。", "There is no such pipeline."),
  no_record: label("记录不存在，或您无权查看。", "There is no such record, or you may not see it."),
  no_stages: label("“{object}”没有阶段。", "“{object}” has no stages."),
  may_not_manage: label("需要“管理流程”的能力。", "This needs the ability “Manage pipelines”."),
  hidden_stage: label("您无权查看这类记录的阶段。", "You may not see in which stages these records stand."),
  malformed: label("请求内容有误，请检查后重试。", "The request is malformed."),
  name_taken: label("此对象已有代码为“{name}”的流程。", "This object already has a pipeline named “{name}”."),
  bad_definition: label(
    "流程有 {count} 处需要修改，尚未发布。",
    "{count} {count|place of the pipeline needs|places of the pipeline need} attention; it was not published.",
  ),
  bad_draft: label("流程有误，未保存。", "The pipeline is not right; it was not saved."),
  nothing_to_publish: label("没有可发布的草稿。", "There is no draft to publish."),
  map_required: label(
    "请说明被删除阶段中的 {count} 条记录移到哪个阶段。",
    "Say to which stage the {count} {count|record|records} of removed stages {count|goes|go}.",
  ),
  map_stage: label(
    "阶段“{stage}”中有 {count} 条记录，需要指定移到哪个阶段",
    "Stage “{stage}” holds {count} {count|record; say where it goes|records; say where they go}",
  ),
  map_unknown: label("“{stage}”不是新版本的阶段", "“{stage}” is not a stage of the new version"),
  moved_since: label(
    "这条记录已不在“{from}”阶段，请刷新后再试。",
    "The record is no longer in stage “{from}”. Reload and try again.",
  ),
  override_reason: label("放行门禁必须填写原因。", "An override needs a reason."),
  unknown_criterion: label(
    "此门禁没有标识为“{criterion}”的条件。",
    "This gate has no criterion “{criterion}”.",
  ),
  bad_evidence: label(
    "“{criterion}”的内容不符合要求。",
    "What was given for “{criterion}” is not as required.",
  ),
  no_guidance: label("这个阶段没有这条指引。", "This stage has no such guidance."),
  use_pipelines: label(
    "流程只能通过流程设置修改和发布。",
    "Pipelines are changed and published in the pipeline settings only.",
  ),
  no_version: label("没有第 {version} 版。", "There is no version {version}."),
  pilot_runs: label(
    "这个流程正在试点，先结束试点再发布。",
    "A pilot of this pipeline is under way; end it before you publish.",
  ),
  no_pilot: label("这个流程没有在试点。", "There is no pilot of this pipeline."),
  pilot_stages: label(
    "试点版本的阶段必须与已发布的相同，只能改门禁、规则和动作。",
    "A pilot has the stages of the published version; only gates, rules and actions may differ.",
  ),
  bad_valid_until: label(
    "放行有效期必须是今天起一年内的日期。",
    "An exception lasts until a day within a year from today.",
  ),
  ask_override: label("放行门禁，进入“{stage}”", "Override the gate into “{stage}”"),
  ask_override_until: label(
    "放行门禁，进入“{stage}”，最迟 {until} 补齐",
    "Override the gate into “{stage}”, to be supplied by {until}",
  ),
  ask_reopen: label("重新打开，回到“{stage}”", "Reopen into “{stage}”"),
  ask_sign_off: label("签核：进入“{stage}”", "Sign off the move into “{stage}”"),
  bad_intent: label("申请的内容已无法读取。", "What was asked for can no longer be read."),
  stage_mapping: label(
    "流程发布第 {version} 版：阶段对应",
    "Pipeline version {version} published: stage mapping",
  ),
});
