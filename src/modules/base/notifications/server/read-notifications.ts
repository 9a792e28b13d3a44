import { type Context, type Result, accept, list } from "../../../../engine/public.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { NotificationPage } from "../shared/notifications.contract.ts";
import { count } from "./count-unread.ts";
import { notification } from "./notification.object.ts";
import { sayNotices } from "./say-notices.ts";

interface Asked {
  readonly unread: boolean;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** The caller's own, newest first, with their texts. */
export async function readNotifications(
  context: Context,
  { unread, cursor, limit }: Asked,
): Promise<Result<NotificationPage>> {
  const page = await list(context, {
    object: "notification",
    sort: "-created_at",
    limit,
    filter: unread ? "muted != true && read_at == null" : "muted != true",
    ...(cursor ? { cursor } : {}),
  });
  if (!page.ok) return page;
  return accept({
    data: await sayNotices(
      context,
      page.value.data.map((row) => partOf(notification, row)),
    ),
    page: { next: page.value.page.next ?? null },
    unread: await count(context),
  });
}
