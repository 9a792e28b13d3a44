import type { StartBulk } from "../../../../engine/public.ts";
import { bulkKind } from "./run-bulk.job.ts";
import { startJob } from "./start-job.ts";

/** Queues a bulk change in the caller's name. */
export const startBulk: StartBulk = async (context, work) => {
  const started = await startJob(context, bulkKind, { payload: work });
  if (!started.ok) throw new Error("a bulk change could not be queued");
  return started.value;
};
