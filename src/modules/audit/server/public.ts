import type { Module } from "../../../engine/module.ts";
import { auditMigrations } from "./audit.migrations.ts";
import { guardTruncate } from "./guard-truncate.ts";
import { sealPass } from "./seal.pass.ts";

export { checkSeals, type Broken, type Checked, type NotedSeal } from "./check-seals.ts";
export { sealLogs } from "./seal-log.ts";

/** Keeps the log true: seals it, shows it, and erases from it what must be erased. */
export const auditModule: Module = {
  name: "audit",
  migrations: auditMigrations,
  passes: [sealPass],
  seed: guardTruncate,
};
