import type { StartBulk } from "../../../../engine/long-work.ts";
import { startJob } from "./start-job.ts";

/** Queues a bulk change in the caller's name. */
export const startBulk: StartBulk = async (context, work) => {
  const started = await startJob(context, { kind: "bulk", work });
  if (!started.ok) throw new Error("a bulk change could not be queued");
  return started.value;
};
