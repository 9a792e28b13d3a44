import { idIn } from "../../../engine/job-payload.ts";
import type { Module } from "../../../engine/module.ts";
import { accessLines } from "./access-lines.retention.ts";
import { auditMigrations } from "./audit.migrations.ts";
import { auditRoutes } from "./audit.routes.ts";
import { looseFiles } from "./loose-files.retention.ts";
import { binnedRecords } from "./binned-records.retention.ts";
import { carryOut, ERASE, resumeErasures } from "./erasure-requests.ts";
import { erasureRequest } from "../shared/erasure-request.object.ts";
import { erasureRoutes } from "./erasure.routes.ts";
import { guardTruncate } from "./guard-truncate.ts";
import { removedStays } from "./removed-stays.guard.ts";
import { subscriberRoutes } from "./subscribers.routes.ts";
import { sealPass } from "./seal.pass.ts";

export { checkSeals, type Broken, type Checked, type NotedSeal } from "./check-seals.ts";
export type { Erasure } from "./erase-person.ts";
export { applyErasures, listErasures } from "./erasure-requests.ts";
export { sealLogs } from "./seal-log.ts";

/** Keeps the log true: seals it, shows it, and erases from it what must be erased. */
export const auditModule: Module = {
  name: "audit",
  objects: [erasureRequest],
  migrations: auditMigrations,
  routes: [...auditRoutes, ...erasureRoutes, ...subscriberRoutes],
  jobs: { [ERASE]: (context, payload) => carryOut(context, idIn(payload)) },
  passes: [sealPass],
  hooks: [removedStays],
  retentions: [accessLines, binnedRecords, looseFiles],
  seed: async (context) => {
    await guardTruncate(context);
    await resumeErasures(context);
  },
};
