import type { Language } from "../../shared/i18n/label.ts";
import { textOf } from "../../shared/i18n/label.ts";
import { say } from "../../shared/i18n/messages.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Problem, ProblemItem } from "../../shared/wire/problem.ts";
import type { Refusal } from "../kernel/refusal.ts";

const TITLES: Readonly<Record<number, { "zh-CN": string; en: string }>> = {
  400: { "zh-CN": "请求有误", en: "Bad request" },
  401: { "zh-CN": "未登录", en: "Not signed in" },
  403: { "zh-CN": "没有权限", en: "Forbidden" },
  404: { "zh-CN": "未找到", en: "Not found" },
  409: { "zh-CN": "冲突", en: "Conflict" },
  410: { "zh-CN": "已失效", en: "Gone" },
  413: { "zh-CN": "内容过大", en: "Too large" },
  422: { "zh-CN": "未通过检查", en: "Check failed" },
  428: { "zh-CN": "须说明看到的版本", en: "Precondition required" },
  429: { "zh-CN": "请求过于频繁", en: "Too many requests" },
  502: { "zh-CN": "对方服务器没有接受", en: "The other server did not accept it" },
};

/** So many reasons are worded: an answer is not much longer than what was sent. */
export const MOST_REASONS = 50;

/** A refusal as RFC 9457, in the caller's language. */
export function toProblem(refusal: Refusal, language: Language, requestId: string): Problem {
  return {
    type: `urn:sluice:problem:${refusal.code}`,
    title: textOf(TITLES[refusal.status], language, String(refusal.status)),
    status: refusal.status,
    code: refusal.code,
    detail: say(refusal.text, language, refusal.params),
    errors: refusal.reasons.slice(0, MOST_REASONS).map((reason) => toItem(reason, language)),
    request_id: requestId,
    ...refusal.extra,
  };
}

/** A reason as it is sent: the same in problems, transitions, bulk results and error files. */
export function toItem(reason: Reason, language: Language): ProblemItem & Pick<Reason, "fix"> {
  const text = { "zh-CN": "", en: "", ...reason.text };
  return {
    code: reason.code,
    message: say(
      text[language] ? text : { ...text, [language]: textOf(reason.text, language) },
      language,
      reason.params,
    ),
    ...(reason.field ? { field: reason.field } : {}),
    ...(reason.line ? { line: reason.line } : {}),
    ...(reason.params ? { params: reason.params } : {}),
    ...(reason.criterion ? { criterion: reason.criterion } : {}),
    ...(reason.kind ? { kind: reason.kind } : {}),
    ...(reason.fix ? { fix: reason.fix } : {}),
  };
}
