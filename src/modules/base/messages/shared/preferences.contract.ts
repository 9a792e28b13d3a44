import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  labelOf,
  list,
  nullable,
  object,
  optional,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** When one is told by a channel. The bell knows no digest: it rings or it does not. */
const When = choice("at_once", "digest", "never");
export type When = Static<typeof When>;
const BellWhen = choice("at_once", "never");
export type BellWhen = Static<typeof BellWhen>;
const time = () => text({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" });

const EventChoice = object({
  event: text(),
  label: labelOf(),
  bell: BellWhen,
  mail: When,
});
export type EventChoice = Static<typeof EventChoice>;
/** By the clock of the company’s zone; over midnight where `from` is later than `until`. */
const QuietHours = object({ from: text(), until: text() });
const NotificationPreferences = object({
  events: list(EventChoice),
  /** No mails then; what comes up waits until they are over. */
  quiet_hours: nullable(QuietHours),
  /** When the digest comes, on working days. */
  digest_at: text(),
  /** Whose clock it is. */
  zone: text(),
});
export type NotificationPreferences = Static<typeof NotificationPreferences>;

const common = { tag: "messages", path: "/me/notification-preferences" } as const;

export const readNotificationPreferences = contract({
  ...common,
  method: "GET",
  summary: label("我的通知偏好", "My notification preferences"),
  description: label(
    "返回每类事件在每个渠道上的接收方式、免打扰时段和汇总时间。",
    "How one is told of each kind of event by each channel, quiet hours and the time of the digest.",
  ),
  answer: data(NotificationPreferences),
});

export const keepNotificationPreferences = contract({
  ...common,
  method: "PUT",
  summary: label("修改我的通知偏好", "Change my notification preferences"),
  description: label(
    "替换全部偏好；没有列出的事件恢复默认。GET 的内容可以原样送回。",
    "Replaces all of them; events that are not named go back to what is usual. What GET answers may be sent back as it is.",
  ),
  body: closed({
    events: list(
      closed({
        event: text({ maxLength: 60 }),
        label: optional(labelOf()),
        bell: optional(BellWhen),
        mail: optional(When),
      }),
      { maxItems: 200 },
    ),
    quiet_hours: nullable(closed({ from: time(), until: time() })),
    digest_at: time(),
    zone: optional(text()),
  }),
  answer: data(NotificationPreferences),
  errors: { person_needed: 403, unknown_event: 422 },
});
