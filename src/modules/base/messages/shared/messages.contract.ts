import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  flag,
  labelOf,
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

const Channel = choice("bell", "mail", "wecom", "dingtalk", "feishu");
const Status = choice("queued", "sent", "failed", "suppressed");

const MessageLine = object({
  id: uuid(),
  event: text(),
  event_label: labelOf(),
  channel: Channel,
  /** An address, or null where the person is enough. */
  to: nullable(text()),
  person: nullable(object({ id: uuid(), name: text() })),
  status: Status,
  /** Why it waits or was not sent; the words for it. */
  why: nullable(object({ name: text(), label: labelOf() })),
  tries: whole(),
  /** What the other side said last. */
  error: nullable(text()),
  /** How many things it tells. */
  lines: whole(),
  /** What it is about, where that is one record which the caller may see. */
  regarding: nullable(object({ object: text(), id: uuid(), title: text() })),
  created_at: moment(),
  sent_at: nullable(moment()),
  /** It can be sent again. */
  can_retry: flag(),
});
export type MessageLine = Static<typeof MessageLine>;
const MessagePage = page(MessageLine);
export type MessagePage = Static<typeof MessagePage>;

const asked = () => optional(text({ maxLength: 2000 }));

export const listMessages = contract({
  method: "GET",
  path: "/messages",
  tag: "messages",
  summary: label("消息", "Messages"),
  description: label(
    "返回各渠道的消息，新的在前：状态、对方的答复、未发送的原因。不含消息内容。需要“管理公司设置”权限。",
    "Messages of all channels, newest first: their state, what the other side said, why one was not sent. What they say is not told. Needs the right to manage company settings.",
  ),
  query: object({
    status: optional(Status),
    channel: optional(Channel),
    person: asked(),
    event: asked(),
    cursor: asked(),
    limit: asked(),
  }),
  answer: MessagePage,
});

export const retryMessage = contract({
  method: "POST",
  path: "/messages/:id/retry",
  tag: "messages",
  summary: label("再次发送", "Send again"),
  description: label(
    "把发送失败或未发送的消息重新排队；地址的拒收标记会被解除。收件人的权限在发送时重新检查。",
    "Puts a message that failed or was not sent into the queue again; a mark on its address is taken off. What the reader may see is checked anew when it is sent.",
  ),
  answer: data(MessageLine),
  errors: { message_missing: 404, not_repeatable: 409, content_gone: 409 },
});
