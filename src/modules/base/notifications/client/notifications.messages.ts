import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const notificationMessages = defineMessages({
  title: label("通知", "Notifications"),
  unread: label("通知，{count} 条未读", "Notifications, {count} unread"),
  markAll: label("全部标为已读", "Mark all as read"),
  more: label("更早的通知", "Earlier ones"),
  settings: label("通知设置", "Notification settings"),
  none: label("还没有通知", "No notifications yet"),
  noneDetail: label(
    "有人给您分配任务、移交客户或提到您时，会显示在这里",
    "When somebody gives you a task, hands a record over or mentions you, it is shown here",
  ),
});
