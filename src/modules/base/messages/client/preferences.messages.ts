import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const preferencesMessages = defineMessages({
  title: label("每类通知怎么收", "How you are told"),
  lead: label(
    "站内通知可以关掉；邮件可以立即收、每个工作日汇总成一封，或不收。",
    "Notifications in the bell can be turned off; mails come at once, as one digest each working day, or not at all.",
  ),
  event: label("通知", "Notification"),
  bell: label("站内", "Bell"),
  mail: label("邮件", "Mail"),
  at_once: label("立即", "At once"),
  digest: label("汇总", "Digest"),
  never: label("不收", "Never"),
  bellOf: label("站内：{event}", "Bell: {event}"),
  mailOf: label("邮件：{event}", "Mail: {event}"),
  digestAt: label("汇总时间", "Time of the digest"),
  digestHint: label("工作日的这个时间（{zone}）", "On working days at this time ({zone})"),
  quiet: label("免打扰时段", "Quiet hours"),
  quietHint: label(
    "这段时间不发邮件，结束后再发；站内通知不受影响。",
    "No mails then; they follow when it is over. The bell is not affected.",
  ),
  from: label("开始", "From"),
  until: label("结束", "Until"),
});
