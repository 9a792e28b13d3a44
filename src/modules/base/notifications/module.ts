import type { Module } from "../../../engine/public.ts";
import { notification } from "./server/notification.object.ts";
import { notificationRoutes } from "./server/notifications.routes.ts";
import { notifyPeople } from "./server/notify-people.react.ts";
import { listedNotices } from "./server/listed-notices.ts";
import { ownKinds } from "./server/own-kinds.ts";
import { replyInThread } from "./server/reply-in-thread.guard.ts";
import { oldNotices } from "./server/old-notices.retention.ts";

/** Tells people what happened that concerns them. */
export const notificationsModule: Module = {
  name: "notifications",
  objects: [notification],
  hooks: [replyInThread, notifyPeople],
  contributes: [...Object.values(ownKinds), listedNotices],
  routes: notificationRoutes,
  retentions: [oldNotices],
};
