import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const numberMessages = defineMessages({
  tokens: label("可用：{YYYY} {YY} {MM} {DD}、{DEPT} 部门代码、{0000} 序号", "Known: {YYYY} {YY} {MM} {DD}, {DEPT} the department’s code, {0000} the number"),
  example: label("例如 {example}", "For example {example}"),
  period: label("重新计数", "Counts anew"),
  never: label("从不", "Never"),
  year: label("每年", "Every year"),
  month: label("每月", "Every month"),
  day: label("每天", "Every day"),
  byDepartment: label("每个部门分别计数", "Each department counts for itself"),
  gapless: label("连续编号：只由系统给出，不留空号", "Without gaps: given by the system alone, none left out"),
  no_count: label("要有一段零表示序号，例如 {0000}", "Needs a run of zeros for the number, such as {0000}"),
  two_counts: label("只能有一段零", "May have one run of zeros only"),
  unknown_token: label("有不认识的占位符", "Has a placeholder that is not known"),
  needs_period: label("要包含重新计数的年、月、日，否则编号会重复", "Must show the period that is counted, or numbers would come twice"),
  needs_department: label("要包含 {DEPT}，否则编号会重复", "Must show {DEPT}, or numbers would come twice"),
  too_long: label("编号最长 60 个字符", "A number has at most 60 characters"),
});
