export { rebuildKeys } from "./server/rebuild-keys.job.ts";
