import { defineMessages } from "../../shared/i18n/messages.ts";

export const apiMessages = defineMessages({
  network_not_allowed: {
    "zh-CN": "当前网络不允许访问，请联系管理员。",
    en: "Access from this network is not allowed. Contact your administrator.",
  },
  unauthenticated: { "zh-CN": "请先登录。", en: "Please sign in first." },
  password_change_required: {
    "zh-CN": "这是管理员为你设置的密码，请先修改密码。",
    en: "An administrator set this password. Change it first.",
  },
  ability_missing: {
    "zh-CN": "你没有执行此操作的权限，需要时请联系管理员。",
    en: "You do not have permission to do this. Ask an administrator if you need it.",
  },
  view_as_read_only: {
    "zh-CN": "你正在以他人身份查看，不能修改、导出，也不能打开个人内容。",
    en: "You are viewing as someone else, so you cannot change or export anything or open personal content.",
  },
  key_mismatch: {
    "zh-CN": "这个幂等键已用于另一个请求。",
    en: "This idempotency key has been used for a different request.",
  },
  key_in_use: {
    "zh-CN": "同一请求正在处理，请稍候。",
    en: "The same request is being processed. Try again shortly.",
  },
  bad_key: { "zh-CN": "幂等键最多 200 个字符。", en: "An idempotency key can have at most 200 characters." },
  bad_match: {
    "zh-CN": 'If-Match 应为版本号，例如 "3"。',
    en: 'If-Match must be a version number, for example "3".',
  },
  asked_apart: {
    "zh-CN": "文件和持续的消息要单独请求。",
    en: "Files and streams are asked for by themselves.",
  },
  unexpected: {
    "zh-CN": "服务器出错，你的数据未受影响。请稍后重试，或将请求编号告知管理员。",
    en: "Something went wrong on the server. Your data is safe. Try again, or give the request ID to your administrator.",
  },
  busy: { "zh-CN": "数据库正忙，请稍后重试。", en: "The database is busy. Try again shortly." },
  read_too_long: {
    "zh-CN": "查询超过 {seconds} 秒，已停止，数据未受影响。请缩小范围或简化条件后重试。",
    en: "The query took longer than {seconds} seconds and was stopped; no data was affected. Narrow the range or simplify the filter and try again.",
  },
  too_many_at_once: {
    "zh-CN": "你同时进行的请求过多，请等前面的完成后再试。",
    en: "You have too many requests running at once. Wait for them to finish and try again.",
  },
  too_many_streams: {
    "zh-CN": "你打开的窗口过多，无法实时更新，请关闭一些后再试。",
    en: "You have too many windows open for live updates. Close some and try again.",
  },
  caller_gone: { "zh-CN": "请求已被取消。", en: "The request was cancelled." },
  not_here: { "zh-CN": "没有这个地址。", en: "There is nothing at this address." },
  bulk_too_many: {
    "zh-CN": "一次整体提交或预检最多 {max} 条。",
    en: "At most {max} records can be submitted as a whole or checked at once.",
  },
  bulk_refused: {
    "zh-CN": "所选记录均未通过，未保存任何更改。",
    en: "None of the records passed; nothing was saved.",
  },
  bulk_target: {
    "zh-CN": "请给出 ids 或 filter 之一，以及 values 或 delete 之一。",
    en: "Supply either ids or filter, and either values or delete.",
  },
  unknown_object: { "zh-CN": "没有名为“{object}”的对象。", en: "There is no object called “{object}”." },
  unknown_reference: {
    "zh-CN": "“{reference}”没有指向前面的操作。",
    en: "“{reference}” does not refer to an earlier operation.",
  },
  cursor_gone: {
    "zh-CN": "变更游标已过期，请重新同步。",
    en: "This change cursor has expired. Synchronise again.",
  },
});
