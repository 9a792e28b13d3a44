import { label, type Label } from "../../shared/i18n/label.ts";

export interface PlainAnswer {
  readonly code: string;
  readonly title: Label;
  readonly detail: Label;
}

const answer = (code: string, title: Label, detail: Label): PlainAnswer => ({ code, title, detail });

/** What the server itself says, by status; the engine's own refusals never come here. */
export const ANSWERS = {
  400: answer(
    "malformed",
    label("请求有误", "Bad request"),
    label("请求内容无法读取，请检查格式。", "The request could not be read. Check its format."),
  ),
  401: answer(
    "unauthenticated",
    label("未登录", "Not signed in"),
    label("请先登录或提供有效的令牌。", "Sign in first, or supply a valid token."),
  ),
  403: answer(
    "cross_site",
    label("没有权限", "Forbidden"),
    label(
      "出于安全考虑，来自其他网站的请求已被拒绝。",
      "For security, requests from other websites are refused.",
    ),
  ),
  404: answer(
    "not_here",
    label("未找到", "Not found"),
    label("没有这个地址。", "There is nothing at this address."),
  ),
  405: answer(
    "method_not_allowed",
    label("方法不允许", "Method not allowed"),
    label("这个地址不支持该操作。", "This address does not support that method."),
  ),
  408: answer(
    "timeout",
    label("请求超时", "Request timeout"),
    label("请求没有及时发完，请重试。", "The request did not arrive in time. Try again."),
  ),
  413: answer(
    "too_large",
    label("内容过大", "Too large"),
    label("发送的内容超过了大小限制。", "The content is larger than the limit."),
  ),
  414: answer(
    "address_too_long",
    label("地址过长", "Address too long"),
    label("请求地址过长。", "The request address is too long."),
  ),
  415: answer(
    "media_type",
    label("格式不支持", "Unsupported media type"),
    label("请以 application/json 发送内容。", "Send the content as application/json."),
  ),
  429: answer(
    "too_many_requests",
    label("请求过于频繁", "Too many requests"),
    label("请求过于频繁，请稍候再试。", "Too many requests. Wait a moment and try again."),
  ),
  431: answer(
    "head_too_large",
    label("请求头过大", "Request headers too large"),
    label("请求头超过了大小限制。", "The request headers are larger than the limit."),
  ),
  500: answer(
    "unexpected",
    label("服务器出错", "Something went wrong"),
    label(
      "服务器出错，请稍后重试，或将请求编号告知管理员。",
      "Something went wrong on the server. Try again, or give the request ID to your administrator.",
    ),
  ),
  503: answer(
    "busy",
    label("暂时不可用", "Unavailable"),
    label("数据库正忙或正在恢复，请稍后重试。", "The database is busy or recovering. Try again shortly."),
  ),
  507: answer(
    "storage_full",
    label("存储空间已满", "The disk is full"),
    label(
      "服务器的磁盘空间已满，未保存任何更改。请联系管理员清理或扩充磁盘，有空间后会自动恢复。",
      "The server’s disk is full; nothing was saved. Ask your administrator to free up space; work resumes automatically once there is some.",
    ),
  ),
} as const satisfies Readonly<Record<number, PlainAnswer>>;

export type PlainStatus = keyof typeof ANSWERS;
