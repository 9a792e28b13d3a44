import { type Context, asProgram, command, saveIn, updating } from "../../../../engine/public.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { MessageReason } from "../shared/message-options.ts";
import type { Claimed } from "./claim-messages.ts";
import { message } from "./message.object.ts";
import { nextTry } from "./pauses.ts";
import { markRefused } from "./refused-addresses.ts";

/** What has become of a message that was claimed. */
export interface Fate {
  readonly claimed: Claimed;
  /** Undefined: as it stands. */
  readonly to: string | null | undefined;
  readonly lines: number;
  readonly end: Sent | Withheld | Refused | Postponed;
}
interface Sent {
  readonly kind: "sent";
}
interface Withheld {
  readonly kind: "withheld";
  readonly why: MessageReason;
}
interface Refused {
  readonly kind: "refused";
  readonly words: string;
  /** The address is what is refused. */
  readonly address: boolean;
}
/** To be tried again, where it has not been tried often enough. */
interface Postponed {
  readonly kind: "postponed";
  readonly words: string;
}

export const endQueued = command(
  ({ system }, ids: readonly string[]) =>
    sql`delete from ${system("message_queue")} where id = any(${ids}::uuid[])`,
);
export const forgetContents = command(
  ({ system }, ids: readonly string[]) =>
    sql`delete from ${system("message_content")} where message = any(${ids}::uuid[])`,
);
export const postpone = command(
  ({ system }, ids: readonly string[], dues: readonly string[]) =>
    sql`update ${system("message_queue")} q set claimed_until = null, due_at = w.due from unnest(${ids}::uuid[], ${dues}::timestamptz[]) as w(id, due) where q.id = w.id`,
);

/** Writes down what has become of claimed messages: records, queue and contents in one transaction. */
export async function settleMessages(context: Context, fates: readonly Fate[], now: string): Promise<void> {
  if (fates.length === 0) return;
  const { db, workspace } = context;
  const later = fates.flatMap(({ claimed, end }) => {
    const due = end.kind === "postponed" ? nextTry(claimed.tries, now) : null;
    return due === null ? [] : [{ id: claimed.id, due }];
  });
  const waits = new Set(later.map(({ id }) => id));
  const ended = fates.filter(({ claimed }) => !waits.has(claimed.id));
  const sent = ended.filter(({ end }) => end.kind === "sent").map(({ claimed }) => claimed.id);
  await db.transaction(
    async (tx) => {
      await saveIn(tx, asProgram(context, "messages are written by the program"), {
        operations: fates.map((fate) => updating(message, fate.claimed.id, valuesOf(fate, waits, now))),
        road: "rule",
        // One whose record was removed meanwhile is of no interest any more.
        mode: "each",
      });
      await tx.query(
        endQueued(
          workspace,
          ended.map(({ claimed }) => claimed.id),
        ),
      );
      if (sent.length > 0) await tx.query(forgetContents(workspace, sent));
      if (later.length > 0)
        await tx.query(
          postpone(
            workspace,
            later.map(({ id }) => id),
            later.map(({ due }) => due),
          ),
        );
      for (const { to, end } of ended)
        if (end.kind === "refused" && end.address && to) await markRefused(tx, context, to, end.words);
    },
    { longer: 20_000 },
  );
}

function valuesOf({ claimed: { id, tries }, to, lines, end }: Fate, waits: ReadonlySet<string>, now: string) {
  const told = { tries, ...(to === undefined ? {} : { to }), ...(lines > 0 ? { lines } : {}) };
  switch (end.kind) {
    case "sent":
      return { ...told, status: "sent", why: null, error: null, sent_at: now } as const;
    case "withheld":
      return { ...told, status: "suppressed", why: end.why, error: null } as const;
    case "refused":
      return { ...told, status: "failed", why: "refused", error: end.words } as const;
    case "postponed":
      return waits.has(id)
        ? ({ ...told, error: end.words } as const)
        : ({ ...told, status: "failed", why: "too_often", error: end.words } as const);
  }
}
