import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const notificationMessages = defineMessages({
  title: label("通知", "Notifications"),
  unread: label("通知，{count} 条未读", "Notifications, {count} unread"),
  markAll: label("全部标为已读", "Mark all as read"),
  more: label("加载更早的", "Load earlier"),
  settings: label("通知设置", "Notification settings"),
  none: label("还没有通知", "No notifications yet"),
  noneDetail: label(
    "有人给你分配任务、移交客户或提到你时，会显示在这里",
    "When someone assigns you a task, hands a record over to you or mentions you, it appears here",
  ),
});
