import type { ExpressionProblem } from "../../../shared/expression/types.ts";
import { label, type Label } from "../../../shared/i18n/label.ts";

export const PROBLEM_TEXTS: Readonly<Record<ExpressionProblem["code"], Label>> = {
  syntax: label("第 {at} 个字符处写法不对", "Not understood at character {at}"),
  unknown_name: label("没有名为“{name}”的字段", "There is no field “{name}”"),
  unknown_function: label("没有名为“{name}”的函数", "There is no function “{name}”"),
  wrong_type: label("第 {at} 个字符处：类型不匹配", "At character {at}: these kinds do not go together"),
  wrong_arguments: label("函数“{name}”的参数不对", "The function “{name}” has wrong arguments"),
  too_large: label("条件太长", "The condition is too long"),
  not_allowed: label("第 {at} 个字符处：这里不能这样用", "At character {at}: not allowed here"),
};
export const suggestionText: Label = label("，是否想写“{name}”？", ", did you mean “{name}”?");
