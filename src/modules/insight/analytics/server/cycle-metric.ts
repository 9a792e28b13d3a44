import { label } from "../../../../shared/i18n/label.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";
import { ALL_FILTERS } from "./metric-words.ts";

const CENSORED = label(
  "进行中的记录不计入平均值，单独计数；“按创建时间”统计时另给出卡普兰–迈耶中位数：进行中的记录按已持续的天数计入，以其他结果结束的记录按结束时删失。",
  "Open records are not in the average but are counted separately. By creation date there is also the Kaplan–Meier median, in which open records count for as long as they have lasted and those that ended otherwise are censored at their end.",
);

/** Days from the start to the close. */
export const cycleMetric: MetricDefinition = {
  name: "cycle",
  label: label("成交周期", "Sales cycle"),
  formula: label(
    "从起点到最后一次关闭的天数。起点默认为第一次进入流程的阶段，也可以是第一次进入某个阶段，或创建时间；结果默认为赢单。给出平均值、中位数、P90；自然日精确到秒，工作日按公司日历。",
    "Days from the start to the last close. The start is the first entry into the pipeline, the first entry into a chosen stage, or the creation; the outcome is won by default. Average, median and P90; calendar days to the second, working days by the company’s calendar.",
  ),
  grain: label("每条记录计一次。", "Once per record."),
  filters: ALL_FILTERS,
  skip: label(
    "没有进入过所选起点阶段的记录不计。",
    "Records that never entered the chosen start stage are not counted.",
  ),
  backward: label(
    "退回和重新打开的时间都包含在内；各阶段停留之和等于周期。",
    "Time after moving back or reopening is included; the times in all stages add up to the cycle.",
  ),
  censoring: CENSORED,
  unit: "days",
  endpoint: "/insight/cycle",
};
