import { defineMessages } from "../../shared/i18n/messages.ts";

export const apiMessages = defineMessages({
  network_not_allowed: {
    "zh-CN": "不允许从当前网络地址访问，请联系管理员。",
    en: "Access from this network is not allowed. Ask your administrator.",
  },
  unauthenticated: { "zh-CN": "请先登录。", en: "Sign in first." },
  password_change_required: {
    "zh-CN": "这是管理员为您设置的密码，请先修改密码。",
    en: "This password was set by an administrator. Change it first.",
  },
  ability_missing: { "zh-CN": "您没有执行此操作的权限。", en: "You do not have the right to do this." },
  view_as_read_only: {
    "zh-CN": "您正在以他人身份查看，不能更改、导出或打开个人内容。",
    en: "You are viewing as someone else: nothing can be changed, exported, and no personal things opened.",
  },
  key_mismatch: {
    "zh-CN": "这个幂等键已用于另一个请求。",
    en: "This idempotency key was used for another request.",
  },
  key_in_use: {
    "zh-CN": "同一请求正在处理，请稍候。",
    en: "The same request is being handled; try again shortly.",
  },
  asked_apart: {
    "zh-CN": "文件和持续的消息要单独请求。",
    en: "Files and streams are asked for by themselves.",
  },
  bad_key: { "zh-CN": "幂等键最长 200 个字符。", en: "An idempotency key has at most 200 characters." },
  bad_match: { "zh-CN": 'If-Match 应为版本号，例如 "3"。', en: 'If-Match must be a version, e.g. "3".' },
  unexpected: {
    "zh-CN": "服务器出错，您的数据未受影响。请稍后重试，或将请求编号告知管理员。",
    en: "Something went wrong on the server; your data is safe. Try again, or give the request id to your administrator.",
  },
  busy: { "zh-CN": "数据库正忙，请稍后重试。", en: "The database is busy; try again shortly." },
  read_too_long: {
    "zh-CN": "查询超过 {seconds} 秒，已停止，未影响任何数据。请缩小范围或简化条件后重试。",
    en: "This took longer than {seconds} seconds and was stopped; nothing was changed. Ask for less, or use a simpler condition.",
  },
  too_many_at_once: {
    "zh-CN": "您同时进行的请求过多，请等前面的完成后再试。",
    en: "You have too many requests under way at once. Try again when they are done.",
  },
  too_many_streams: {
    "zh-CN": "您打开的实时更新窗口过多，请关闭一些后再试。",
    en: "You have too many live windows open. Close some and try again.",
  },
  caller_gone: { "zh-CN": "请求已被取消。", en: "The request was given up." },
  not_here: { "zh-CN": "没有这个地址。", en: "There is nothing at this address." },
  bulk_too_many: {
    "zh-CN": "一次整体提交或试算最多 {max} 条。",
    en: "At most {max} records can be changed as one whole or tried out.",
  },
  bulk_refused: {
    "zh-CN": "所选记录均未通过，未保存任何更改。",
    en: "None of the records passed; nothing was saved.",
  },
  bulk_target: {
    "zh-CN": "请给出 ids 或 filter 之一，以及 values 或 delete 之一。",
    en: "Give either ids or filter, and either values or delete.",
  },
  unknown_object: { "zh-CN": "没有名为“{object}”的对象。", en: "There is no object named “{object}”." },
  unknown_reference: {
    "zh-CN": "“{reference}”没有指向前面的操作。",
    en: "“{reference}” refers to no earlier operation.",
  },
  cursor_gone: {
    "zh-CN": "变更游标已过期，请重新同步。",
    en: "This cursor is older than the kept log; synchronise again.",
  },
});
