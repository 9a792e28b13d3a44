import {
  type Context,
  type JobKind,
  type KindOf,
  type Result,
  accept,
  answeringOnce,
  creating,
  elevate,
  newId,
  roadIn,
  saveIn,
  systemTable,
  taskOf,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { jobObject } from "./job.object.ts";
import type { Run } from "./job-store.ts";

export interface NewJob<Payload> {
  readonly payload: Payload;
  /** Done in the same transaction, before the job is queued; a refusal leaves no job. */
  readonly with?: (tx: Transaction, id: string) => Promise<Result<null>>;
}

/**
 * Queues long work in the caller's name. The caller's idempotency key is kept with it: a repeat finds the
 * same job.
 */
export async function startJob<Payload>(
  context: Context,
  kind: KindOf<Payload>,
  { payload, with: also }: NewJob<Payload>,
): Promise<Result<string>> {
  const id = newId();
  return context.db.transaction(async (tx): Promise<Result<string>> => {
    const first = also ? await also(tx, id) : accept(null);
    if (!first.ok) return first;
    await startJobIn(tx, context, kind, { id, payload, isAnswer: true });
    return accept(id);
  });
}

/** The same within a transaction of the caller's. */
export async function startJobIn<Payload>(
  tx: Transaction,
  context: Context,
  kind: KindOf<Payload>,
  { id, payload, parent = null, as = callerOf(context), isAnswer = false }: QueuedJob<Payload>,
): Promise<void> {
  // What nobody has asked for stands in nobody's list.
  if (!kind.hasOwnRecord && as.actor !== null) {
    const program = elevate(context, "jobs are written by the program only");
    const { idempotency } = context;
    const acting =
      isAnswer && idempotency
        ? answeringOnce({ ...program, idempotency }, () => ({ status: 202, body: { id } }))
        : program;
    const values = {
      kind: kind.name,
      object: kind.about(payload),
      status: "queued",
      owner: as.actor,
    } as const;
    const { saved } = await saveIn(tx, acting, {
      operations: [creating(jobObject, values, { id })],
      road: roadIn(context),
      mode: "all",
    });
    if (!saved) throw new Error("a job could not be queued");
  }
  await tx.query({
    text: `insert into ${systemTable(context.workspace, "job_run")} (id, kind, actor, narrowed_to, language, payload, status, parent) values ($1, $2, $3, $4, $5, $6::jsonb, 'queued', $7)`,
    values: [id, kind.name, as.actor, as.narrowed_to, as.language, JSON.stringify(payload), parent],
  });
  await enqueue(tx, context, kind, id);
}

interface QueuedJob<Payload> {
  readonly id: string;
  readonly payload: Payload;
  readonly parent?: string | null;
  /** It is what the caller asked for: a repeat under the same key gets it again. */
  readonly isAnswer?: boolean;
  /** In whose name; the caller's unless told. */
  readonly as?: Pick<Run, "actor" | "narrowed_to" | "language">;
}
const callerOf = ({ principal, language }: Context) => ({
  actor: principal.id,
  narrowed_to: principal.narrowedTo ?? null,
  language,
});

/** Puts a job into the queue, to be taken up once the transaction is committed. */
export const enqueue = (tx: Transaction, context: Context, kind: JobKind, id: string): Promise<void> =>
  context.services.jobs.enqueue(taskOf(kind), { id }, { key: id, within: tx });
