import type { Module } from "../../../../engine/module.ts";
import { exportRoutes } from "./export.routes.ts";
import { forgetRows } from "./forget-rows.ts";
import { importObject } from "./import.object.ts";
import { importFiles } from "./import-files.retention.ts";
import { importMigrations } from "./import.migrations.ts";
import { importRoutes } from "./import.routes.ts";
import type { LoadStages } from "./import-targets.ts";
import { exportKind } from "./run-export.job.ts";
import { importKind } from "./run-import.job.ts";
import { importUndoKind } from "./undo-import.job.ts";

export interface ImportingParts {
  /** Offered by the module that knows pipelines; without it stage cells are taken as they stand. */
  readonly stages?: LoadStages;
}
/** Records from files and back. */
export const importing = ({ stages }: ImportingParts = {}): Module => ({
  name: "importing",
  objects: [importObject],
  migrations: importMigrations,
  forgets: forgetRows,
  retentions: [importFiles],
  routes: [...importRoutes, ...exportRoutes(stages)],
  kinds: [importKind(stages), importUndoKind, exportKind(stages)],
});
