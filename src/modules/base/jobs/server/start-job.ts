import { elevate } from "../../../../engine/elevate.ts";
import { roadIn } from "../../../../engine/api/road.ts";
import type { Context } from "../../../../engine/context.ts";
import type { BulkWork } from "../../../../engine/long-work.ts";
import { newId } from "../../../../engine/record/ids.ts";
import { answering } from "../../../../engine/record/idempotency.ts";
import { saveIn } from "../../../../engine/record/save.ts";
import { accept, type Result } from "../../../../engine/refusal.ts";
import { systemTable } from "../../../../engine/schema/names.ts";
import { creating } from "../../../../engine/record/operations.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { JobKind } from "./job-store.ts";
import { jobObject } from "./job.object.ts";

export interface NewJob {
  readonly kind: JobKind;
  readonly work: BulkWork;
  /** Done in the same transaction, before the job is queued; a refusal leaves no job. */
  readonly with?: (tx: Transaction, id: string) => Promise<Result<null>>;
}

/**
 * Queues long work in the caller's name as `job.<kind>`. The caller's idempotency key is kept with it: a
 * repeat finds the same job.
 */
export async function startJob(
  context: Context,
  { kind, work, with: also }: NewJob,
): Promise<Result<string>> {
  const { id: actor, narrowedTo } = context.principal;
  if (actor === null) throw new Error("a job needs somebody in whose name it works");
  const id = newId();
  const acting = answering(
    {
      ...elevate(context, "jobs are written by the program only"),
      ...(context.idempotency ? { idempotency: context.idempotency } : {}),
    },
    () => ({ status: 202, body: { id } }),
  );
  const values = { kind, object: work.object, status: "queued", owner: actor } as const;
  return context.db.transaction(async (tx): Promise<Result<string>> => {
    const first = also ? await also(tx, id) : accept(null);
    if (!first.ok) return first;
    const { saved } = await saveIn(tx, acting, {
      operations: [creating(jobObject, values, { id })],
      road: roadIn(context),
      mode: "all",
    });
    if (!saved) throw new Error("a job could not be queued");
    await tx.query({
      text: `insert into ${systemTable(context.workspace, "job_run")} (id, kind, actor, narrowed_to, language, payload, status, phase) values ($1, $7, $2, $3, $4, $5::jsonb, 'queued', $6)`,
      values: [id, actor, narrowedTo ?? null, context.language, JSON.stringify(work), "collect", kind],
    });
    await context.services.jobs.enqueue(`job.${kind}`, { id }, { key: id, within: tx });
    return accept(id);
  });
}
