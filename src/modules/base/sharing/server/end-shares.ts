import { type Context, type Subscriber, deleting, save, statement } from "../../../../engine/public.ts";
import { uuid as uuidColumn } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { object, uuid } from "../../../../shared/wire/schema.ts";
import { share } from "../../../../objects/system/share/share.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { sharingMessages } from "../shared/messages.ts";

export const END_SHARE = "sharing.end";

/**
 * Sets the clock of a share that ends by itself. The predicate stops granting at that moment; the job writes
 * the change, so that screens and feeds hear of it.
 */
export const watchShares: Subscriber = {
  word: "react",
  name: "sharing.watch",
  label: label("共享到期自动结束", "Ends shares when they expire"),
  applies: (object) => object.name === "share",
  run: async (context, { record, kind, after }) => {
    const { expires_at: until } = partOf(share, after);
    if (kind === "delete" || !until) return;
    await context.services.jobs.enqueue(
      END_SHARE,
      { share: record },
      { key: record, runAt: new Date(until) },
    );
  },
};

export const dueShare = statement(
  { id: uuidColumn },
  ({ record }, id: string) =>
    sql`select id from ${record("share")} where id = ${id} and deleted_at is null and expires_at <= now()`,
);
const Payload = object({ share: uuid() });
/** Takes back a share whose time has come; one that was prolonged or taken back meanwhile is left alone. */
export async function endShare(context: Context, payload: unknown): Promise<void> {
  if (!fits(Payload, payload)) return;
  const { share: id } = payload;
  const [due] = await context.db.query(dueShare(context.workspace, id));
  if (!due) return;
  await save(context, {
    road: "rule",
    mode: "all",
    operations: [deleting(share, id)],
    reason: sharingMessages.expired[context.company.language],
  });
}
