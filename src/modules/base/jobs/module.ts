import { type Context, type JobKind, type Module, idIn, taskOf } from "../../../engine/public.ts";
import { jobItems } from "./server/job-items.retention.ts";
import { jobObjectWith } from "./server/job.object.ts";
import { openRuns } from "./server/job-store.ts";
import { DROP_FILE, dropFile, forgetFiles } from "./server/job-file.ts";
import { jobMigrations } from "./server/jobs.migrations.ts";
import { jobRoutes } from "./server/jobs.routes.ts";
import { kindOf } from "./server/kind-of.ts";
import { bulkKind } from "./server/run-bulk.job.ts";
import { runJob } from "./server/run-job.ts";
import { startBulk, startFor } from "./server/start-bulk.ts";
import { undoKind } from "./server/run-undo.job.ts";

/** Long work of people. `brought`: the kinds that the other modules of the program bring. */
export function jobs(brought: readonly JobKind[]): Module {
  const kinds = [bulkKind, undoKind, ...brought];
  return {
    name: "jobs",
    objects: [jobObjectWith(kinds)],
    migrations: jobMigrations,
    routes: jobRoutes,
    kinds: [bulkKind, undoKind],
    jobs: {
      ...Object.fromEntries(
        kinds.map((kind) => [
          taskOf(kind),
          (context: Context, payload: unknown) => runJob(context, kind, idIn(payload)),
        ]),
      ),
      [DROP_FILE]: (context, payload) => dropFile(context, idIn(payload)),
    },
    forgets: forgetFiles,
    startBulk,
    startJob: startFor,
    retentions: [jobItems],
    seed: resumeOpenRuns,
  };
}

/** What a stop or a crash left unfinished goes on. */
async function resumeOpenRuns(context: Context): Promise<void> {
  for (const { id, kind: name } of await openRuns(context)) {
    const kind = kindOf(context, name);
    if (kind) await context.services.jobs.enqueue(taskOf(kind), { id }, { key: id, unlessThere: true });
  }
}
