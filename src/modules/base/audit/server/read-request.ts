import { type Context, tableOf } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";

/** A request to erase, as it stands. */
export interface RequestRow {
  readonly id: string;
  readonly subject: string;
  readonly subject__object: string;
  readonly attachments: boolean | null;
  readonly status: string;
  readonly created_by: string | null;
}
export async function readRequest(
  db: Executor,
  { workspace }: Context,
  id: string,
  lock = false,
): Promise<RequestRow | undefined> {
  const [row] = await db.query<RequestRow>({
    text: `select id, subject, subject__object, attachments, status, created_by from ${tableOf(workspace, "erasure_request")} where id = $1 and deleted_at is null${lock ? " for update" : ""}`,
    values: [id],
  });
  return row;
}
