import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  closed,
  list,
  literal,
  moment,
  nullable,
  object,
  oneOf,
  optional,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

const Notification = object({
  id: uuid(),
  /** Modules add kinds; a reader takes one that it does not know by its text. */
  kind: text(),
  /** In the reader's language, made when it is read. */
  text: text(),
  /** What it is about, with its title as the reader may see it; null when they may not. */
  regarding: nullable(object({ object: text(), id: uuid(), title: text() })),
  /** Records that it counts: the condition of all of them, and the part of it that says whose. */
  records: nullable(object({ object: text(), filter: text(), whose: text() })),
  at: moment(),
  read_at: nullable(moment()),
});
export type Notification = Static<typeof Notification>;
const NotificationPage = object({
  data: list(Notification),
  page: object({ next: nullable(text()) }),
  /** Of all, up to 100. */
  unread: whole(),
});
export type NotificationPage = Static<typeof NotificationPage>;

const asked = () => optional(text({ maxLength: 2000 }));
const tag = "notifications";

export const listNotifications = contract({
  method: "GET",
  path: "/notifications",
  tag,
  summary: label("我的通知", "My notifications"),
  description: label(
    "返回本人的通知，新的在前，含未读数。",
    "One’s own notifications, newest first, with how many are unread.",
  ),
  query: object({ unread: asked(), cursor: asked(), limit: asked() }),
  answer: NotificationPage,
});

export const markNotificationsRead = contract({
  method: "POST",
  path: "/notifications/read",
  tag,
  summary: label("标为已读", "Mark as read"),
  description: label("把所列或全部通知标为已读。", "Marks the named ones, or all, as read."),
  body: oneOf(
    closed({ ids: list(text({ maxLength: 60 }), { minItems: 1, maxItems: 500 }) }),
    closed({ all: literal(true) }),
  ),
  answer: object({ marked: whole(), unread: whole() }),
});
