import { type Context, idIn } from "../../../../engine/public.ts";
import { isOver, takeUpload, whetherPieceNeeded } from "./upload-statements.ts";

export const DROP_UPLOAD = "files.drop_upload";

/** The upload and what has come of it. */
export async function removeUpload(context: Context, id: string): Promise<void> {
  const pieces = await context.db.query(takeUpload(context.workspace, id));
  for (const { hash } of pieces) await dropContent(context, hash);
}

/** A content that was stored for an upload, unless something else has the same. */
export async function dropContent(context: Context, hash: string): Promise<void> {
  const [row] = await context.db.query(whetherPieceNeeded(context.workspace, hash));
  if (row?.needed !== true) await context.services.files.delete(hash);
}

/** The job: an upload that nobody has finished in a day goes. */
export async function dropOldUpload(context: Context, payload: unknown): Promise<void> {
  const id = idIn(payload);
  const [row] = await context.db.query(isOver(context.workspace, id));
  if (row?.over) await removeUpload(context, id);
}
