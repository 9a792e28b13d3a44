import {
  type Context,
  elevate,
  isUuid,
  roadIn,
  save,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { notification } from "./notification.object.ts";

const BATCH = 500;

export const unread = statement(
  { id: uuid },
  ({ record }, { principal, now }: Context, named: readonly string[] | null) =>
    sql`select id from ${record("notification")} where owner = ${principal.id} and read_at is null and deleted_at is null and created_at <= ${now} and (${named}::uuid[] is null or id = any(${named}::uuid[])) order by id limit ${BATCH}`,
);

/** Marks the caller's own as read: those named, or all there are now. Gives how many were marked. */
export async function markRead(context: Context, ids: readonly string[] | "all"): Promise<number> {
  const named = ids === "all" ? null : ids.filter(isUuid);
  let marked = 0;
  for (;;) {
    const rows = await context.db.query(unread(context.workspace, context, named));
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
