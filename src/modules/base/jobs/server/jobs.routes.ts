import { Readable } from "node:stream";
import { type Context, type Result, SENT, accept, serve } from "../../../../engine/public.ts";
import * as jobs from "../../../../shared/wire/jobs.contract.ts";
import { cancelJob, pauseJob, resumeJob } from "./control-job.ts";
import { errorLines } from "./errors-file.ts";
import { attachment } from "../../identity/public.ts";
import { fetchable } from "./job-file.ts";
import type { Run } from "./job-store.ts";
import { answerOf, ownRun, readJobs } from "./list-jobs.ts";
import { previewJobUndo, undoJob } from "./undo-job.ts";

type Started = Result<{ id: string }>;
const onOwn =
  (act: (context: Context, run: Run) => Promise<Started>) =>
  async (context: Context, { params }: { readonly params: { readonly id: string } }): Promise<Started> => {
    const run = await ownRun(context, params.id);
    return run.ok ? act(context, run.value) : run;
  };

export const jobRoutes = [
  serve(jobs.listJobs, {}, readJobs),
  serve(jobs.readJob, {}, async (context, { params }) => {
    const run = await ownRun(context, params.id);
    return run.ok ? accept({ data: answerOf(context, run.value) }) : run;
  }),
  serve(jobs.cancelJob, {}, onOwn(cancelJob)),
  serve(jobs.pauseJob, {}, onOwn(pauseJob)),
  serve(jobs.resumeJob, {}, onOwn(resumeJob)),
  serve(jobs.previewJobUndo, { longest: 30_000 }, async (context, { params }) => {
    const run = await ownRun(context, params.id);
    return run.ok ? previewJobUndo(context, run.value) : run;
  }),
  serve(jobs.undoJob, {}, onOwn(undoJob)),
  // Who may no longer export fetches no export either; somebody who looks as another person never does.
  serve(
    jobs.readJobFile,
    { ability: "record.export", viewing: "closed" },
    async (context, { params, reply }) => {
      const run = await ownRun(context, params.id);
      if (!run.ok) return run;
      const file = fetchable(run.value);
      if (!file.ok) return file;
      const { name, mark, type, hash, size } = file.value;
      await reply
        .header("content-disposition", attachment(name, mark))
        .header("content-length", String(size))
        .header("cache-control", "private, no-store")
        .type(type)
        .send(await context.services.files.open(hash));
      return accept(SENT);
    },
  ),
  serve(jobs.readJobErrors, {}, async (context, { params, reply }) => {
    const run = await ownRun(context, params.id);
    if (!run.ok) return run;
    const { id } = run.value;
    await reply
      .header("content-disposition", `attachment; filename=errors.csv`)
      .type("text/csv; charset=utf-8")
      .send(Readable.from(errorLines(context, id, answerOf(context, run.value).object)));
    return accept(SENT);
  }),
];
