import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const insightMessages = defineMessages({
  no_stages: label("“{object}”没有阶段，无法做漏斗分析。", "“{object}” has no stages to analyse."),
  hidden_stage: label(
    "您无权查看“{object}”的阶段，因此无法做阶段分析。",
    "You may not see the stages of “{object}”, so there is nothing to analyse.",
  ),
  no_pipeline: label("没有这个流程，或它不属于“{object}”。", "There is no such pipeline of “{object}”."),
  unknown_stage: label("流程中没有阶段“{stage}”。", "The pipeline has no stage “{stage}”."),
  bad_day: label("“{value}”不是有效的日期。", "“{value}” is not a date."),
  bad_window: label("开始日期不能晚于结束日期。", "The first day lies after the last."),
  too_many_stages: label(
    "流程的阶段太多，最多 {max} 个。",
    "The pipeline has too many stages; at most {max}.",
  ),
  too_many_groups: label(
    "分组太细，请减少分组或缩小范围。",
    "There are too many groups. Group by less, or narrow the question.",
  ),
  filter_too_long: label(
    "条件太长，数字背后的记录无法再按它列出，请缩短条件。",
    "The condition is too long for the records behind the numbers to be listed by it. Shorten it.",
  ),
  too_many_records: label(
    "这个数字背后的记录太多，基准最多记下 {max} 条，请缩小范围。",
    "There are too many records behind the figures; a baseline keeps at most {max}. Narrow the question.",
  ),
  unknown_metric: label(
    "没有模块提供可冻结的指标“{metric}”。",
    "No module of this program has a metric “{metric}” that can be frozen.",
  ),
  bad_question: label("这个指标的问题格式不对。", "The question of this metric is malformed."),
  no_reason_field: label("“{object}”没有输单原因字段。", "“{object}” has no field for the reason of a loss."),
});
