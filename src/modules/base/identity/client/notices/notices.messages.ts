import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const noticeMessages = defineMessages({
  lead: label(
    "哪些通知要收、怎么收、什么时候收。",
    "Which notifications you get, by which channel, and when.",
  ),
  stalled: label("停滞商机提醒", "Stalled deals reminder"),
  stalledHint: label(
    "每个工作日 {at}（{zone}）提醒我的停滞商机；有下属时，另提醒下属的停滞商机。没有停滞则不提醒。",
    "On working days at {at} ({zone}): one reminder of my stalled deals and, for managers, one of the team’s. None when nothing is stalled.",
  ),
  stalledOff: label("公司已关闭此提醒。", "Your company has turned this reminder off."),
  followed: label("关注的记录有变动", "Changes to records I follow"),
  followedHint: label(
    "关注的记录换了阶段、赢单或换了负责人时通知我。",
    "When a record I follow moves to another stage, is won or gets another owner.",
  ),
  digest: label("每个工作日提醒停滞的商机", "Remind people of stalled deals on working days"),
  digestHint: label(
    "负责人收到自己的停滞商机，上级收到下属的；节假日不提醒。每个人可以在“我的通知”中关闭。",
    "Owners are reminded of their own deals and managers of their team’s, except on holidays. Each person can turn it off under “My notifications”.",
  ),
  digestAt: label("提醒时间", "Reminder time"),
});
