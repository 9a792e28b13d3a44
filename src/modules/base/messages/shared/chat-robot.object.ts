import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/**
 * A robot in a group of a chat program. What it says is put into words with the rights of `role`: what the people
 * in the group may see. The secret is sealed before it is stored, and the address holds a key: both are for those
 * alone who manage settings.
 */
export const chatRobot = defineObject({
  name: "chat_robot",
  label: label("群机器人", "Chat robot"),
  plural: label("群机器人", "Chat robots"),
  icon: "message",
  title: "name",
  sharing: "everyone",
  internal: true,
  fields: {
    name: { kind: "text", label: label("名称", "Name"), required: true, max_length: 100 },
    kind: {
      kind: "select",
      label: label("种类", "Kind"),
      required: true,
      options: [
        { name: "wecom", label: label("企业微信", "WeCom") },
        { name: "dingtalk", label: label("钉钉", "DingTalk") },
        { name: "feishu", label: label("飞书", "Feishu") },
      ],
    },
    url: {
      kind: "url",
      label: label("Webhook 地址", "Webhook address"),
      required: true,
      ability: "settings.manage",
    },
    secret: {
      kind: "text",
      label: label("签名密钥", "Signing secret"),
      ability: "settings.manage",
      max_length: 600,
    },
    events: { kind: "json", label: label("事件", "Events") },
    role: {
      kind: "link",
      targets: ["role"],
      on_delete: "clear",
      label: label("群里的人能看到什么", "What the group may see"),
      description: label(
        "按这个角色的权限生成消息；没有选择时，消息里不出现记录的名称",
        "Messages are written with the rights of this role; without one they name no records",
      ),
    },
    active: { kind: "boolean", label: label("启用", "Active"), default: true },
  },
  list: { columns: ["name", "kind", "active"], sort: "name" },
});
