import { label, type LabelMap } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** What is said of a definition that may not be published. */
export const definitionCheckMessages = defineMessages({
  unknown_object: label(
    "没有对象“{object}”，或它没有阶段字段",
    "The object “{object}” does not exist or has no stage field",
  ),
  label_missing: label("{place}缺少{language}名称", "{place} has no {language} label"),
  no_stages: label("流程至少要有一个阶段", "A pipeline needs at least one stage"),
  no_open_stage: label("流程至少要有一个进行中的阶段", "A pipeline needs at least one open stage"),
  duplicate_stage: label("阶段代码“{stage}”重复", "The stage name “{stage}” is used twice"),
  duplicate_order: label(
    "阶段“{stage}”与另一阶段的顺序相同",
    "Stage “{stage}” has the same order as another stage",
  ),
  bad_name: label(
    "代码“{name}”只能用小写字母、数字和下划线，并以字母开头",
    "“{name}” can only use lower-case letters, digits and underscores and must start with a letter",
  ),
  bad_probability: label(
    "阶段“{stage}”的赢率必须在 0 到 100 之间",
    "The probability of stage “{stage}” must be between 0 and 100",
  ),
  unreachable: label("没有任何途径能到达阶段“{stage}”", "Stage “{stage}” cannot be reached"),
  unknown_stage: label("没有阶段“{stage}”", "There is no stage “{stage}”"),
  duplicate_id: label("标识“{id}”重复", "The ID “{id}” is used twice"),
  unknown_field: label("没有字段“{field}”", "There is no field “{field}”"),
  computed_field: label(
    "字段“{field}”由系统计算，不能设置",
    "The field “{field}” is calculated and cannot be set",
  ),
  bad_expression: label(
    "表达式有误：{source}（{problem}，第 {at} 个字符）",
    "The expression is not valid: {source} ({problem} at character {at})",
  ),
  empty: label("{place}没有内容", "{place} is empty"),
  unknown_related: label("“{object}”没有指向此对象的关联字段", "“{object}” has no link to this object"),
  unknown_form: label("没有调研表“{form}”", "There is no questionnaire “{form}”"),
  unknown_document: label("没有文档类型“{type}”", "There is no document type “{type}”"),
  unknown_template: label(
    "离开的阶段中没有任务模板“{template}”",
    "No stage creates a task from the template “{template}”",
  ),
  unknown_role: label("没有角色“{role}”", "There is no role “{role}”"),
  unknown_person: label("要通知的人已停用或不存在", "A person to be notified is inactive or does not exist"),
  choose_form: label("请选择调研表", "Choose a questionnaire"),
  choose_document: label("请选择文件类型", "Choose a document type"),
  choose_role: label("请选择角色", "Choose a role"),
  choose_related: label("请选择关联的对象", "Choose a related object"),
  unknown_kind: label("不支持条件类型“{kind}”", "The criterion type “{kind}” is not supported"),
  bad_settings: label("“{kind}”的设置不正确", "The settings of “{kind}” are not valid"),
  write_expression: label("请填写条件", "Enter a condition"),
  nobody: label("没有选择通知谁", "Choose who to notify"),
  bad_bounds: label("{place}的上下限不正确", "The limits of {place} are not valid"),
  guidance_line: label("指引中的一条", "A line of guidance"),
  bad_link: label("资料链接必须是 https 地址：{url}", "A resource link must be an https address: {url}"),
});

/** The languages that labels are in, as they are called. */
export const languageNames: Readonly<Record<string, LabelMap>> = {
  "zh-CN": label("中文", "Chinese"),
  en: label("英文", "English"),
};
