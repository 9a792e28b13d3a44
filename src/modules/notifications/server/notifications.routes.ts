import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import type { Route } from "../../../engine/api/route.ts";
import { accept } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { count } from "./count-unread.ts";
import { markRead } from "./mark-read.ts";
import { readNotifications } from "./read-notifications.ts";

const Read = Type.Union([
  Type.Object(
    { ids: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 500 }) },
    { additionalProperties: false },
  ),
  Type.Object({ all: Type.Literal(true) }, { additionalProperties: false }),
]);
const text = Type.Optional(Type.String({ maxLength: 2000 }));

export const notificationRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/notifications",
    tag: "notifications",
    summary: label("我的通知", "My notifications"),
    query: Type.Object({ unread: text, cursor: text, limit: text }),
    run: (context, { query }) =>
      readNotifications(context, {
        unread: query["unread"] === "1" || query["unread"] === "true",
        cursor: query["cursor"],
        limit: Math.min(Math.max(Number(query["limit"] ?? 30) || 30, 1), 100),
      }),
  },
  {
    method: "POST",
    path: "/notifications/read",
    tag: "notifications",
    summary: label("标为已读", "Mark as read"),
    body: Read,
    run: async (context, { body }) => {
      const given = Value.Decode(Read, body);
      const marked = await markRead(context, "ids" in given ? given.ids : "all");
      return accept({ marked, unread: await count(context) });
    },
  },
];
