import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const noticeMessages = defineMessages({
  lead: label(
    "此处可以关闭定时提醒；因他人操作产生的通知（分配、移交、提到我、审批）始终发送。",
    "Digests can be switched off here; notices of what others do (assignments, hand-overs, mentions, approvals) are always given.",
  ),
  stalled: label("停滞商机提醒", "Digest of stalled deals"),
  stalledHint: label(
    "每个工作日 {at}（{zone}）提醒一次：我的停滞商机；有下属时，另提醒下属的停滞商机。没有停滞则不提醒。",
    "Each working day at {at} ({zone}): one notice of my stalled deals, and one of my people’s where I lead any. None when nothing is stalled.",
  ),
  stalledOff: label("公司已关闭此提醒。", "The company has switched this digest off."),
  digest: label("每个工作日提醒停滞的商机", "Digest of stalled deals each working day"),
  digestHint: label(
    "负责人收到自己的停滞商机，上级收到下属的；按工作日历，节假日不提醒。每个人可在“我的通知”中关闭。",
    "Owners are told of their own, those who lead them of their people’s; not on holidays of the calendar. Each person can switch it off under “My notifications”.",
  ),
  digestAt: label("提醒时间", "Time of the digest"),
});
