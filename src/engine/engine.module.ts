import type { Module } from "./module.ts";
import { batchRoutes } from "./api/batch-routes.ts";
import { bulkRoutes } from "./api/bulk-routes.ts";
import { changeRoutes } from "./api/change-routes.ts";
import { versionRoutes } from "./api/version-routes.ts";
import { metadataRoutes } from "./api/metadata-routes.ts";
import { readsRoutes } from "./api/reads-routes.ts";
import { recordRoutes } from "./api/record-routes.ts";
import { regionRoutes } from "./api/region-routes.ts";
import { searchRoutes } from "./api/search-routes.ts";
import { behaviourRoutes } from "./api/behaviour-routes.ts";
import { healthRoutes } from "./api/health-routes.ts";
import { definitionObjects } from "./catalog/definition-objects.ts";
import { definitionsVersion } from "./catalog/definitions-version.add.ts";
import { BUILD_INDEXES, buildIndexes } from "./definitions/build-indexes.job.ts";
import { CHANGE_KIND, changeKindTask, kindChange } from "./definitions/change-kind.job.ts";
import { deletedFieldsRetention } from "./definitions/deleted-fields.retention.ts";
import { definitionExpressions } from "./definitions/definition-expressions.ts";
import { definitionsOnly } from "./definitions/definitions-only.guard.ts";
import { SWEEP_OPTIONS, sweepOptions } from "./definitions/sweep-options.job.ts";
import { spellSavedOnce } from "./definitions/rewrite-saved.ts";
import { oldAnswers } from "./record/old-answers.retention.ts";
import { REPAIR, repairJob, repairSoon } from "./record/repair.ts";
import { ensurePartitions } from "./schema/ensure-partitions.ts";
import { fillNameKeys, fillNameKeysAtStart } from "./schema/fill-name-keys.ts";
import { fillWordBits } from "./schema/fill-word-bits.ts";
import { foldTotals } from "./totals/fold-totals.ts";
import { engineMigrations } from "./migrations.ts";

/** The engine as a module: its own objects, tables and routes. Always first. */
export const engineModule: Module = {
  name: "engine",
  objects: definitionObjects,
  migrations: engineMigrations,
  hooks: [definitionsVersion, definitionsOnly],
  saved: definitionExpressions,
  passes: [foldTotals, fillWordBits, fillNameKeys],
  retentions: [oldAnswers, deletedFieldsRetention],
  kinds: [kindChange],
  jobs: {
    [REPAIR]: repairJob,
    [BUILD_INDEXES]: buildIndexes,
    [CHANGE_KIND]: changeKindTask,
    [SWEEP_OPTIONS]: sweepOptions,
  },
  seed: async (context) => {
    await ensurePartitions(context.db, context.workspace, "changes", "at", context.now);
    await spellSavedOnce(context);
    await fillNameKeysAtStart(context);
    await repairSoon(context);
  },
  routes: [
    ...recordRoutes,
    ...bulkRoutes,
    ...batchRoutes,
    ...metadataRoutes,
    ...searchRoutes,
    ...regionRoutes,
    ...changeRoutes,
    ...versionRoutes,
    ...behaviourRoutes,
    ...healthRoutes,
    ...readsRoutes,
  ],
};
