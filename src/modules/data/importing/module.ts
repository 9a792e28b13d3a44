import type { Module } from "../../../engine/public.ts";
import { exportRoutes } from "./server/export.routes.ts";
import { eraseImportRows } from "./server/erase-import-rows.ts";
import { importObject } from "./server/import.object.ts";
import { importFiles } from "./server/import-files.retention.ts";
import { importMigrations } from "./server/import.migrations.ts";
import { listedStages } from "./server/import-targets.ts";
import { importRoutes } from "./server/import.routes.ts";
import { TAKE_BACK_OPTIONS, takeBackMade } from "./server/make-options.ts";
import { exportKind } from "./server/run-export.job.ts";
import { importKind } from "./server/run-import.job.ts";
import { importUndoKind } from "./server/undo-import.job.ts";

/** Records from files and back. */
export const importingModule: Module = {
  name: "importing",
  objects: [importObject],
  migrations: importMigrations,
  forgets: eraseImportRows,
  retentions: [importFiles],
  routes: [...importRoutes, ...exportRoutes],
  contributes: [listedStages],
  jobs: { [TAKE_BACK_OPTIONS]: takeBackMade },
  kinds: [importKind, importUndoKind, exportKind],
};
