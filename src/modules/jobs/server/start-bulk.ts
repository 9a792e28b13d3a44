import type { StartBulk } from "../../../engine/long-work.ts";
import { newId } from "../../../engine/record/ids.ts";
import { answering } from "../../../engine/record/idempotency.ts";
import { saveIn } from "../../../engine/record/save.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import { SYSTEM } from "../../identity/server/public.ts";

/** Queues a bulk change in the caller's name. The caller's idempotency key is kept with it: a repeat finds the same job. */
export const startBulk: StartBulk = async (context, work) => {
  const { id: actor, narrowedTo } = context.principal;
  if (actor === null) throw new Error("a job needs somebody in whose name it works");
  const id = newId();
  const acting = answering({ ...context, principal: SYSTEM }, () => ({ status: 202, body: { id } }));
  const values = { kind: "bulk", object: work.object, status: "queued", owner: actor };
  await context.db.transaction(async (tx) => {
    const { saved } = await saveIn(tx, acting, { operations: [{ op: "create", object: "job", id, values }], road: "rule", mode: "all" });
    if (!saved) throw new Error("a job could not be queued");
    await tx.query({
      text: `insert into ${systemTable(context.workspace, "job_run")} (id, kind, actor, narrowed_to, language, payload, status, phase) values ($1, 'bulk', $2, $3, $4, $5::jsonb, 'queued', 'collect')`,
      values: [id, actor, narrowedTo ?? null, context.language, JSON.stringify(work)],
    });
    await context.services.jobs.enqueue("job.bulk", { id }, { key: id, within: tx });
  });
  return id;
};
