export { cancelRuns } from "./server/control-job.ts";
export { adoptRun, queueAgain } from "./server/queue-again.ts";
export { isContentNeeded } from "./server/job-file.ts";
export { runJob } from "./server/run-job.ts";
export { startJob, startJobIn } from "./server/start-job.ts";
