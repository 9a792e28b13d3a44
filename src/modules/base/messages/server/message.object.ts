import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";
import { STAGED } from "../../../../shared/metadata/field.ts";
import { messageOptions } from "../shared/message-options.ts";

const { channels, statuses, reasons } = messageOptions;

/**
 * One message by one channel to one person or robot: what was sent, what waits, and why something was not sent.
 * What it says is made when it is sent, in the reader's language and with the reader's rights, so no record's
 * content stands here. Written by the program only.
 */
export const message = defineObject({
  name: "message",
  label: label("消息", "Message"),
  plural: label("消息", "Messages"),
  icon: "mail",
  title: "event",
  sharing: "everyone",
  internal: true,
  fields: {
    event: { kind: "text", label: label("事件", "Event"), computed: true, required: true, max_length: 60 },
    channel: { kind: "select", label: label("渠道", "Channel"), computed: true, options: channels },
    to: {
      kind: "text",
      label: label("收件人", "To"),
      computed: true,
      personal: true,
      max_length: 320,
    },
    person: { kind: "person", label: label("成员", "Person"), computed: true, indexed: true },
    robot: {
      kind: "link",
      targets: ["chat_robot"],
      on_delete: "clear",
      label: label("群机器人", "Chat robot"),
      computed: true,
    },
    status: {
      kind: "select",
      label: label("状态", "Status"),
      computed: true,
      silent: false,
      indexed: true,
      options: statuses,
    },
    why: { kind: "select", label: label("原因", "Reason"), computed: true, options: reasons },
    tries: { kind: "integer", label: label("已尝试次数", "Tries"), computed: true },
    error: {
      kind: "text",
      label: label("对方的答复", "Answer of the other side"),
      computed: true,
      max_length: 500,
    },
    lines: { kind: "integer", label: label("条数", "Lines"), computed: true },
    regarding: {
      kind: "link",
      targets: ["account", "contact", "lead", "opportunity", "task", "activity", "note", STAGED],
      on_delete: "clear",
      label: label("关联", "Regarding"),
      computed: true,
    },
    sent_at: { kind: "datetime", label: label("发送时间", "Sent"), computed: true },
  },
  list: {
    columns: ["event", "channel", "to", "status", "why", "tries", "created_at", "sent_at"],
    sort: "-created_at",
  },
});
