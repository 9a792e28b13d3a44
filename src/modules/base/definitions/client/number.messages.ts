import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const numberMessages = defineMessages({
  tokens: label(
    "可用：{YYYY} {YY} {MM} {DD}，{DEPT} 为部门代码，{0000} 为序号",
    "Available: {YYYY} {YY} {MM} {DD}, {DEPT} for the department code, {0000} for the number",
  ),
  example: label("例如 {example}", "For example {example}"),
  period: label("重新计数", "Restart numbering"),
  never: label("从不", "Never"),
  year: label("每年", "Every year"),
  month: label("每月", "Every month"),
  day: label("每天", "Every day"),
  byDepartment: label("每个部门分别计数", "Number each department separately"),
  gapless: label("连续编号：只由系统给出，不留空号", "No gaps: numbers are assigned by the system only"),
});
