import { idIn } from "../../../engine/job-payload.ts";
import type { Context } from "../../../engine/context.ts";
import type { Module } from "../../../engine/module.ts";
import { jobItems } from "./server/job-items.retention.ts";
import { jobObject } from "./server/job.object.ts";
import { openRuns } from "./server/job-store.ts";
import { jobMigrations } from "./server/jobs.migrations.ts";
import { jobRoutes } from "./server/jobs.routes.ts";
import { runBulk } from "./server/run-bulk.job.ts";
import { startBulk } from "./server/start-bulk.ts";

/** Long work of people: bulk changes of more records than one request takes. */
export const jobsModule: Module = {
  name: "jobs",
  objects: [jobObject],
  migrations: jobMigrations,
  routes: jobRoutes,
  jobs: { "job.bulk": (context, payload) => runBulk(context, idIn(payload)) },
  startBulk,
  retentions: [jobItems],
  seed: resumeOpenRuns,
};

/** What a stop or a crash left unfinished goes on. */
async function resumeOpenRuns(context: Context): Promise<void> {
  for (const { id, kind } of await openRuns(context))
    await context.services.jobs.enqueue(`job.${kind}`, { id }, { key: id, unlessThere: true });
}
