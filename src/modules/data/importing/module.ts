import { idIn } from "../../../engine/job-payload.ts";
import type { Context } from "../../../engine/context.ts";
import type { Module } from "../../../engine/module.ts";
import { exportRoutes } from "./server/export.routes.ts";
import { forgetRows } from "./server/forget-rows.ts";
import { importObject } from "./server/import.object.ts";
import { importFiles } from "./server/import-files.retention.ts";
import { importMigrations } from "./server/import.migrations.ts";
import { importRoutes } from "./server/import.routes.ts";
import type { LoadStages } from "./server/import-targets.ts";
import { runImport } from "./server/run-import.job.ts";
import { openRuns } from "./server/run-store.ts";
import { undoImport } from "./server/undo-import.job.ts";

export interface ImportingParts {
  /** Offered by the module that knows pipelines; without it stage cells are taken as they stand. */
  readonly stages?: LoadStages;
}
/** Records from files and back. */
export const importingModule = ({ stages }: ImportingParts = {}): Module => ({
  name: "importing",
  objects: [importObject],
  migrations: importMigrations,
  forgets: forgetRows,
  retentions: [importFiles],
  routes: [...importRoutes, ...exportRoutes(stages)],
  jobs: {
    "import.run": (context, payload) => runImport(context, idIn(payload), stages),
    "import.undo": (context, payload) => undoImport(context, idIn(payload)),
  },
  seed: resumeOpenRuns,
});

/** What a stop or a crash left unfinished goes on. */
async function resumeOpenRuns(context: Context): Promise<void> {
  for (const { id, phase } of await openRuns(context))
    await context.services.jobs.enqueue(
      phase === "undo" ? "import.undo" : "import.run",
      { id },
      { key: id, unlessThere: true },
    );
}
