import { label } from "../../../../shared/i18n/label.ts";
import { options } from "../../../../shared/metadata/field.ts";

/** The values of a message's fields, for its object and for the pages that show messages. */
export const messageOptions = {
  channels: options([
    { name: "bell", label: label("站内通知", "Bell") },
    { name: "mail", label: label("邮件", "Mail") },
    { name: "wecom", label: label("企业微信", "WeCom") },
    { name: "dingtalk", label: label("钉钉", "DingTalk") },
    { name: "feishu", label: label("飞书", "Feishu") },
  ]),
  statuses: options([
    { name: "queued", label: label("等待发送", "Waiting"), status: "open" },
    { name: "sent", label: label("已发送", "Sent"), status: "done" },
    { name: "failed", label: label("发送失败", "Failed"), status: "lost" },
    { name: "suppressed", label: label("未发送", "Not sent"), status: "cancelled" },
  ]),
  reasons: options([
    { name: "no_server", label: label("没有设置邮件服务器", "No mail server") },
    { name: "no_address", label: label("没有邮箱地址", "No mail address") },
    { name: "address_refused", label: label("邮箱地址曾被拒收", "The address was refused before") },
    { name: "refused", label: label("对方拒收", "Refused by the other side") },
    { name: "too_often", label: label("多次尝试未成功", "Tried too often") },
    { name: "no_sight", label: label("收件人无权查看该记录", "They may not see the record") },
    { name: "gone", label: label("收件人已停用", "The person is no longer active") },
    { name: "preference", label: label("本人不接收", "They chose not to get these") },
    { name: "digest", label: label("等待汇总", "Waits for the digest") },
    { name: "quiet_hours", label: label("免打扰时段", "Quiet hours") },
    { name: "nothing_left", label: label("内容已不存在", "Nothing left to tell") },
    { name: "own_action", label: label("本人操作", "Their own doing") },
  ]),
} as const;
export type MessageChannel = (typeof messageOptions.channels)[number]["name"];
export type MessageStatus = (typeof messageOptions.statuses)[number]["name"];
export type MessageReason = (typeof messageOptions.reasons)[number]["name"];
