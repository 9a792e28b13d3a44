import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const robotsMessages = defineMessages({
  title: label("群机器人", "Chat robots"),
  lead: label(
    "把所选的通知也发到企业微信、钉钉或飞书群。",
    "Also tells a WeCom, DingTalk or Feishu group what you choose.",
  ),
  add: label("添加机器人", "Add a robot"),
  edit: label("编辑", "Edit"),
  remove: label("删除", "Delete"),
  removeTitle: label("删除机器人“{name}”？", "Delete the robot “{name}”?"),
  removeDetail: label("这个群不再收到消息。", "This group gets no more messages."),
  none: label("还没有机器人", "No robots yet"),
  noneDetail: label(
    "在群里添加自定义机器人，把它的 Webhook 地址填到这里",
    "Add a custom robot to a group and enter its webhook address here",
  ),
  name: label("名称", "Name"),
  kind: label("种类", "Kind"),
  url: label("Webhook 地址", "Webhook address"),
  secret: label("签名密钥", "Signing secret"),
  secretHint: label("机器人开启加签时填写，加密保存", "Where the robot signs its messages; kept sealed"),
  secretKept: label("已保存，不再显示；留空则不变", "Kept and never shown; leave empty to keep it"),
  events: label("发送哪些通知", "Which notifications"),
  role: label("群里的人能看到什么", "What the group may see"),
  roleHint: label(
    "按这个角色的权限生成消息；不选时，消息里没有记录的名称。",
    "Messages are written with this role’s rights; without one they name no records.",
  ),
  active: label("启用", "Active"),
  off: label("已停用", "Off"),
  count: label("{count} 类通知", "{count} {count|kind|kinds} of notifications"),
  test: label("测试", "Test"),
  tested: label("机器人已发言：{answer}", "The robot spoke: {answer}"),
});
