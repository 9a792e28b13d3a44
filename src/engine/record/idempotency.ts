import type { Executor, Transaction } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable } from "../schema/names.ts";
import type { AnswerToStore } from "../kernel/idempotency-key.ts";
import type { SaveResult } from "../kernel/save-request.ts";

/** The context of a write whose answer is `answer`. */
export const answeringOnce = (context: Context, answer: (result: SaveResult) => AnswerToStore): Context =>
  context.idempotency ? { ...context, idempotency: { ...context.idempotency, answer } } : context;

export interface StoredAnswer {
  readonly digest: string;
  readonly status: number;
  readonly object: string | null;
  readonly record: string | null;
  /** Of answers that are not a record. */
  readonly body: unknown;
}

/** The key is being used by another request in this moment, or was used since this one began. */
export class KeyInUse extends Error {
  constructor() {
    super("idempotency key in use");
  }
}

/** Before the first write of a transaction: nobody else may be using the key. */
export async function claimKey(tx: Transaction, context: Context): Promise<void> {
  const { idempotency, workspace } = context;
  if (!idempotency) return;
  const [row] = await tx.query<{ free: boolean }>({
    text: `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free`,
    values: [`${workspace.schema}:${idempotency.principal}:${idempotency.key}`],
  });
  if (!row?.free) throw new KeyInUse();
}

/** Keeps, in the write's own transaction, that this key was used and for which record (decision 6). */
export async function storeAnswer(tx: Transaction, context: Context, result: SaveResult): Promise<void> {
  const { idempotency } = context;
  if (!idempotency) return;
  const first = result.results.find((one) => one.ok);
  const kept = idempotency.answer?.(result);
  const rows = await tx.query({
    text: `insert into ${systemTable(context.workspace, "idempotency")} as i (principal, key, digest, status, object, record, body) values ($1, $2, $3, $4, $5, $6, $7::jsonb)
           on conflict (principal, key) do update set status = excluded.status, body = excluded.body, object = excluded.object, record = excluded.record, at = now(), tx = excluded.tx, digest = excluded.digest
           where i.tx = pg_current_xact_id() or i.at < now() - interval '24 hours' returning 1`,
    values: [
      idempotency.principal,
      idempotency.key,
      idempotency.digest,
      kept?.status ?? idempotency.status,
      first?.object ?? null,
      first?.id ?? null,
      kept ? JSON.stringify(kept.body) : null,
    ],
  });
  if (rows.length === 0) throw new KeyInUse();
}

/** What this key was answered before, within 24 hours. */
export async function recallAnswer(
  db: Executor,
  context: Pick<Context, "workspace">,
  principal: string,
  key: string,
): Promise<StoredAnswer | null> {
  const [row] = await db.query<StoredAnswer & object>({
    text: `select digest, status, object, record, body from ${systemTable(context.workspace, "idempotency")} where principal = $1 and key = $2 and at > now() - interval '24 hours'`,
    values: [principal, key],
  });
  return row ?? null;
}
