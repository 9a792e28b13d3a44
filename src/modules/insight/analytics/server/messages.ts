import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const insightMessages = defineMessages({
  no_stages: label("“{object}”没有阶段，无法分析漏斗。", "“{object}” has no stages, so there is no funnel."),
  hidden_stage: label(
    "你无权查看“{object}”的阶段，因此无法分析。",
    "You do not have access to the stages of “{object}”, so they cannot be analysed.",
  ),
  no_pipeline: label(
    "没有这个流程，或它不属于“{object}”。",
    "This pipeline does not exist, or it does not belong to “{object}”.",
  ),
  unknown_stage: label("流程中没有阶段“{stage}”。", "The pipeline has no stage “{stage}”."),
  bad_day: label("“{value}”不是有效的日期。", "“{value}” is not a valid date."),
  bad_window: label("开始日期不能晚于结束日期。", "The start date is later than the end date."),
  too_many_stages: label(
    "流程的阶段太多，最多 {max} 个。",
    "The pipeline has too many stages; at most {max}.",
  ),
  too_many_groups: label(
    "分组过多，请减少分组或缩小范围。",
    "Too many groups. Use fewer groups or narrow the range.",
  ),
  filter_too_long: label(
    "条件过长，无法列出数字对应的记录，请缩短条件。",
    "The filter is too long to list the records behind the figures. Shorten it.",
  ),
  too_many_records: label(
    "数字对应的记录过多，一份数据快照最多 {max} 条，请缩小范围。",
    "Too many records for one baseline (at most {max}). Narrow the range.",
  ),
  unknown_metric: label(
    "指标“{metric}”不能保存为数据快照。",
    "The metric “{metric}” cannot be saved as a baseline.",
  ),
  not_comparable: label(
    "两份快照的对象、流程或筛选条件不同，不能对比。",
    "These baselines are of different records (object, pipeline or filter) and cannot be compared.",
  ),
  not_a_movement: label(
    "只有“商机变动”的快照可以对比。",
    "Only baselines of the pipeline movement can be compared.",
  ),
  bad_question: label("这个指标的参数格式不对。", "The parameters of this metric are malformed."),
  no_reason_field: label("“{object}”没有输单原因字段。", "“{object}” has no lost-reason field."),
});
