import type { Module } from "../../../engine/public.ts";
import { accessLines } from "./server/access-lines.retention.ts";
import { auditMigrations } from "./server/audit.migrations.ts";
import { auditRoutes } from "./server/audit.routes.ts";
import { looseFiles } from "./server/loose-files.retention.ts";
import { binnedRecords } from "./server/binned-records.retention.ts";
import { resumeErasures } from "./server/erasure-requests.ts";
import { erasureRequest } from "./shared/erasure-request.object.ts";
import { erasureRoutes } from "./server/erasure.routes.ts";
import { guardTruncate } from "./server/guard-truncate.ts";
import { erasureKind } from "./server/run-erasure.job.ts";
import { noRestoreOfRemoved } from "./server/no-restore-of-removed.guard.ts";
import { subscriberRoutes } from "./server/subscribers.routes.ts";
import { sealPass } from "./server/seal.pass.ts";

/** Keeps the log true: seals it, shows it, and erases from it what must be erased. */
export const auditModule: Module = {
  name: "audit",
  objects: [erasureRequest],
  migrations: auditMigrations,
  routes: [...auditRoutes, ...erasureRoutes, ...subscriberRoutes],
  kinds: [erasureKind],
  passes: [sealPass],
  hooks: [noRestoreOfRemoved],
  retentions: [accessLines, binnedRecords, looseFiles],
  seed: async (context) => {
    await guardTruncate(context);
    await resumeErasures(context);
  },
};
