import type { Module } from "../../../engine/module.ts";
import { notification } from "./notification.object.ts";
import { notificationRoutes } from "./notifications.routes.ts";
import { notifyPeople } from "./notify-people.react.ts";
import { oldNotices } from "./old-notices.retention.ts";

export { type Cause, type News, type Notice, notify, notifyOf } from "./notify.ts";

/** Tells people what happened that concerns them. */
export const notificationsModule: Module = {
  name: "notifications",
  objects: [notification],
  hooks: [notifyPeople],
  routes: notificationRoutes,
  retentions: [oldNotices],
};
