import { label } from "../../shared/i18n/label.ts";
import { defineMessages, type MessageParams, say } from "../../shared/i18n/messages.ts";
import type { ExpressionProblem } from "../../shared/expression/types.ts";
import type { Label } from "../../shared/i18n/label.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";

export const queryMessages = defineMessages({
  bad_cursor: label(
    "翻页标记无效或已过期，请从第一页重新开始。",
    "This page marker is invalid or has expired. Start again from the first page.",
  ),
  bad_as_of: label("“{value}”不是有效的日期或时刻。", "“{value}” is not a valid date or time."),
  known_without_as_of: label("known_at 须与 as_of 一起使用。", "known_at must be used together with as_of."),
  known_before_as_of: label(
    "known_at 早于 as_of：当时还不可能知道之后的情况。",
    "known_at is earlier than as_of: what happened later could not be known yet.",
  ),
  bad_limit: label(
    "每页条数须为 1 到 {max} 之间的整数。",
    "The page size must be a whole number from 1 to {max}.",
  ),
  unknown_object: label("没有名为“{name}”的对象。", "There is no object called “{name}”."),
  unknown_field: label("没有名为“{name}”的字段。", "There is no field called “{name}”."),
  not_sortable: label("不能按“{name}”排序。", "Records cannot be sorted by “{name}”."),
  not_groupable: label("不能按“{name}”分组。", "Records cannot be grouped by “{name}”."),
  not_measurable: label("不能对“{name}”计算 {fn}。", "{fn} cannot be calculated for “{name}”."),
  not_expandable: label("不能展开“{name}”。", "“{name}” cannot be expanded."),
  bad_bucket: label(
    "“{name}”不是日期，不能按 {bucket} 分组。",
    "“{name}” is not a date, so it cannot be grouped by {bucket}.",
  ),
  too_many: label("{what} 最多 {max} 个。", "{what}: at most {max}."),
  not_found: label(
    "记录不存在，或你无权查看。",
    "The record does not exist, or you do not have access to it.",
  ),
});
export type QueryCode = keyof typeof queryMessages;

const filled = (text: Label, params: MessageParams): Label =>
  label(say(text, "zh-CN", params), say(text, "en", params));

/** 400 with one item that names the part of the request and says what is wrong. */
export function badRequest(
  code: QueryCode,
  field: string,
  params: MessageParams = {},
): { readonly ok: false; readonly refusal: Refusal } {
  const text = filled(queryMessages[code], params);
  return refuse({ status: 400, code, text, params, reasons: [{ code, field, params, text }] });
}

/** 404: not there and not to be seen look alike. */
/** The recycle bin is for those who may restore. */
export const binClosed = () =>
  refuse({
    status: 403,
    code: "forbidden",
    text: { "zh-CN": "你没有查看回收站的权限。", en: "You do not have permission to view the recycle bin." },
  });
export const notFound = () => refuse({ status: 404, code: "not_found", text: queryMessages.not_found });
export const unknownObject = (name: string) =>
  refuse({
    status: 404,
    code: "unknown_object",
    text: filled(queryMessages.unknown_object, { name: name.slice(0, 60) }),
  });

const problemMessages: Record<ExpressionProblem["code"], Label> = defineMessages({
  syntax: label(
    "条件写法有误（第 {position} 个字符）。",
    "The condition is not written correctly (character {position}).",
  ),
  unknown_name: label(
    "条件中的字段“{name}”不存在（第 {position} 个字符）。",
    "There is no field called “{name}” (character {position} of the condition).",
  ),
  unknown_function: label(
    "条件中的函数“{name}”不存在（第 {position} 个字符）。",
    "There is no function called “{name}” (character {position} of the condition).",
  ),
  wrong_type: label(
    "条件中的类型不符（第 {position} 个字符）。",
    "The types in the condition do not match (character {position}).",
  ),
  wrong_arguments: label(
    "条件中“{name}”的参数不对（第 {position} 个字符）。",
    "The arguments of “{name}” are wrong (character {position} of the condition).",
  ),
  too_large: label("条件过长或过于复杂。", "The condition is too long or too complex."),
  not_allowed: label(
    "条件在此处不允许这样写（第 {position} 个字符）。",
    "This is not allowed here (character {position} of the condition).",
  ),
});
const suggestionText = label("是否想写“{suggestion}”？", " Did you mean “{suggestion}”?");

/** 400 for an expression that does not hold, pointing at the place, with the nearest known name. */
export function badExpression(
  problem: ExpressionProblem,
  field = "filter",
): { readonly ok: false; readonly refusal: Refusal } {
  const { at, suggestion } = problem;
  const params: MessageParams = {
    ...problem.params,
    start: at.start,
    end: at.end,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
  const told = { ...params, name: problem.params["name"] ?? "", position: at.start + 1 };
  const base = problemMessages[problem.code];
  const text =
    suggestion === undefined
      ? filled(base, told)
      : filled(label(base["zh-CN"] + suggestionText["zh-CN"], base.en + suggestionText.en), told);
  return refuse({
    status: 400,
    code: "bad_filter",
    text,
    params,
    reasons: [{ code: problem.code, field, params, text }],
  });
}
