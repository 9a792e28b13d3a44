import { accept, serve } from "../../../../engine/public.ts";
import { listNotifications, markNotificationsRead } from "../shared/notifications.contract.ts";
import { readWhoSees } from "../../../../shared/wire/who-sees.contract.ts";
import { count } from "./count-unread.ts";
import { markRead } from "./mark-read.ts";
import { readNotifications } from "./read-notifications.ts";
import { whoSees } from "./who-sees.ts";

export const notificationRoutes = [
  serve(listNotifications, {}, (context, { query: { unread, cursor, limit } }) =>
    readNotifications(context, {
      unread: unread === "1" || unread === "true",
      cursor,
      limit: Math.min(Math.max(Number(limit ?? 30) || 30, 1), 100),
    }),
  ),
  serve(markNotificationsRead, {}, async (context, { body }) => {
    const marked = await markRead(context, "ids" in body ? body.ids : "all");
    return accept({ marked, unread: await count(context) });
  }),
  serve(readWhoSees, {}, whoSees),
];
