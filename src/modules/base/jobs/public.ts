export { beginRun, changeRun, giveBackAttempt, loadRun, type Run, settleRun } from "./server/job-store.ts";
export { startJob } from "./server/start-job.ts";
