import type { StartBulk, StartJob } from "../../../../engine/public.ts";
import { bulkKind } from "./run-bulk.job.ts";
import { startJob } from "./start-job.ts";

/** Queues long work of the engine's own in the caller's name. */
export const startFor: StartJob = async (context, kind, payload) => {
  const started = await startJob(context, kind, { payload });
  if (!started.ok) throw new Error(`${kind.name} could not be queued`);
  return started.value;
};

/** Queues a bulk change in the caller's name. */
export const startBulk: StartBulk = (context, work) => startFor(context, bulkKind, work);
