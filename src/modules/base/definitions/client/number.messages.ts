import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const numberMessages = defineMessages({
  tokens: label(
    "可用：{YYYY} {YY} {MM} {DD}、{DEPT} 部门代码、{0000} 序号",
    "Known: {YYYY} {YY} {MM} {DD}, {DEPT} the department’s code, {0000} the number",
  ),
  example: label("例如 {example}", "For example {example}"),
  period: label("重新计数", "Counts anew"),
  never: label("从不", "Never"),
  year: label("每年", "Every year"),
  month: label("每月", "Every month"),
  day: label("每天", "Every day"),
  byDepartment: label("每个部门分别计数", "Each department counts for itself"),
  gapless: label(
    "连续编号：只由系统给出，不留空号",
    "Without gaps: given by the system alone, none left out",
  ),
});
