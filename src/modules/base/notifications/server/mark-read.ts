import { type Context, elevate, isUuid, roadIn, save, tableOf, updating } from "../../../../engine/public.ts";
import { notification } from "./notification.object.ts";

const BATCH = 500;

/** Marks the caller's own as read: those named, or all there are now. Gives how many were marked. */
export async function markRead(context: Context, ids: readonly string[] | "all"): Promise<number> {
  const named = ids === "all" ? null : ids.filter(isUuid);
  let marked = 0;
  for (;;) {
    const rows = await context.db.query<{ id: string }>({
      text: `select id from ${tableOf(context.workspace, "notification")} where owner = $1 and read_at is null and deleted_at is null and created_at <= $2 and ($3::uuid[] is null or id = any($3::uuid[])) order by id limit ${BATCH}`,
      values: [context.principal.id, context.now, named],
    });
    if (rows.length === 0) return marked;
    const operations = rows.map(({ id }) => updating(notification, id, { read_at: context.now }));
    const { saved } = await save(elevate(context, "notices are written by the program only"), {
      operations,
      road: roadIn(context),
      mode: "each",
    });
    if (!saved) throw new Error("notifications could not be marked");
    marked += rows.length;
  }
}
