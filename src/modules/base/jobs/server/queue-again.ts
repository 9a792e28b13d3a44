import { type Context, type JobKind, systemTable } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { changeState } from "./change-state.ts";
import { loadRun } from "./job-store.ts";
import { enqueue } from "./start-job.ts";

/** A job that has ended is done again, as its kind's own store says what is left. */
export async function queueAgain(
  tx: Transaction,
  context: Context,
  kind: JobKind,
  id: string,
): Promise<void> {
  const run = await loadRun(tx, context, id, true);
  if (run)
    await changeState(tx, context, id, {
      status: "queued",
      position: null,
      wanted: null,
      error: null,
      finished_at: null,
      attempts: 0,
    });
  await enqueue(tx, context, kind, id);
}

/**
 * Makes the job of work that its kind's own store says is open: queued by the version before, or begun again
 * there. `select` gives id, actor, narrowed_to, language, payload and made_at of that work, with the id as
 * `$1`.
 */
export async function adoptRun(
  { db, workspace }: Context,
  kind: string,
  id: string,
  { select }: { readonly select: string },
): Promise<void> {
  const table = systemTable(workspace, "job_run");
  await db.query({
    text: `insert into ${table} as j (id, kind, actor, narrowed_to, language, payload, status, made_at)
      select o.id, $2, o.actor, o.narrowed_to, o.language, o.payload, 'queued', o.made_at from (${select}) o
      on conflict (id) do update set status = 'queued', position = null, wanted = null, error = null, finished_at = null, attempts = 0
        where j.status not in ('queued', 'running', 'waiting')`,
    values: [id, kind],
  });
}
