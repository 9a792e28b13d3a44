import type { Context } from "../../../../engine/context.ts";
import type { LoggedChange } from "../../../../engine/hooks.ts";
import type { Refusal } from "../../../../engine/refusal.ts";
import type { Operation } from "../../../../engine/record/contract.ts";
import { save } from "../../../../engine/record/save.ts";
import { tableOf } from "../../../../engine/schema/names.ts";
import { creating } from "../../../../engine/record/operations.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { WritableOf } from "../../../../shared/metadata/record-of.ts";
import { asSystem } from "../../identity/public.ts";
import type { NotificationKind } from "../shared/notifications.contract.ts";
import { notification } from "./notification.object.ts";

export interface Notice {
  readonly recipient: string;
  readonly kind: NotificationKind;
  readonly params?: Values;
  readonly regarding?: { readonly object: string; readonly id: string } | null;
  /** Tells this notice from others that the same change gives the same person. */
  readonly topic?: string;
  /** Also when the recipient did it: the end of long work that they started. */
  readonly own?: true;
}

/**
 * What people are told of. `key` names it among all causes: whoever was told of it once is not told again.
 */
export interface Cause {
  readonly key: string;
  /** Whose doing it is; null: the program's. */
  readonly actor: string | null;
}

/**
 * Tells people what a change means for them: nobody of their own doing, everybody once for a change, also
 * when it is called again after a crash. The first notice for a person stands.
 */
export const notify = (
  context: Context,
  { seq, actor }: LoggedChange,
  notices: readonly Notice[],
): Promise<void> => notifyOf(context, { key: String(seq), actor }, notices);

/** As `notify`, of something that is no change: a day that has begun. */
export async function notifyOf(context: Context, cause: Cause, notices: readonly Notice[]): Promise<void> {
  const wanted = new Map<string, Notice>();
  for (const notice of notices)
    if ((notice.own || notice.recipient !== cause.actor) && !wanted.has(notice.recipient))
      wanted.set(notice.recipient, notice);
  if (wanted.size === 0) return;
  const rows = await context.db.query<{ id: string }>({
    text: `select id from ${tableOf(context.workspace, "user")} where id = any($1::uuid[]) and active is not false and deleted_at is null`,
    values: [[...wanted.keys()]],
  });
  const operations = rows.flatMap(({ id }): Operation[] => {
    const notice = wanted.get(id);
    return notice ? [creating(notification, valuesOf(context, cause, notice))] : [];
  });
  if (operations.length === 0) return;
  const { results } = await save(asSystem(context), { operations, road: "rule", mode: "each" });
  const failed = results.find(
    (result) => !result.ok && result.refusal.code !== "duplicate" && !isAboutNothing(result.refusal),
  );
  if (failed && !failed.ok)
    throw new Error(
      `a notification was refused: ${failed.refusal.code} ${JSON.stringify(failed.refusal.reasons)}`,
    );
}

/** What it is about was deleted before it could be told, and concerns nobody any more. */
const isAboutNothing = ({ reasons }: Refusal): boolean =>
  reasons.length > 0 && reasons.every(({ code, field }) => code === "link_missing" && field === "regarding");

const SOURCE = "notifications";
function valuesOf(
  context: Context,
  { key, actor }: Cause,
  { recipient, kind, params, regarding, topic }: Notice,
): WritableOf<typeof notification> {
  const field = context.catalog.object("notification")?.byName["regarding"];
  const isKnown = regarding && field?.kind === "link" && field.targets.includes(regarding.object);
  return {
    owner: recipient,
    kind,
    params: { ...params, actor },
    ...(isKnown ? { regarding: { object: regarding.object, id: regarding.id } } : {}),
    source_system: SOURCE,
    external_id: [key, recipient, ...(topic ? [topic] : [])].join(":"),
  };
}
