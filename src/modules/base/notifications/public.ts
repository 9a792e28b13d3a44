export { bellSilence, type NoticeKind, noticeKinds, type NotificationKind } from "./server/notice-kinds.ts";
export { findMentions } from "./server/find-mentions.ts";
export { type Cause, type News, type Notice, notify, notifyOf, notifyOfEach } from "./server/notify.ts";
export { notification } from "./server/notification.object.ts";
export { type NoticeRow, sayNotices } from "./server/say-notices.ts";
