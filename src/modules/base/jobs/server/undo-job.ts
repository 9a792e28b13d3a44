import {
  type Context,
  type Result,
  accept,
  newId,
  previewUndo,
  refuse,
  systemTable,
} from "../../../../engine/public.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { previewJobUndo as contract } from "../../../../shared/wire/jobs.contract.ts";
import { loadRun, type Run } from "./job-store.ts";
import { kindOf } from "./kind-of.ts";
import { canUndo } from "./list-jobs.ts";
import { undoKind } from "./run-undo.job.ts";
import { startJobIn } from "./start-job.ts";

const notUndoable = () =>
  refuse({
    status: 409,
    code: "not_undoable",
    text: label("这个后台任务不能撤销。", "This job cannot be undone."),
  });
const undoing = () =>
  refuse({ status: 409, code: "undoing", text: label("正在撤销。", "It is already being undone.") });

const rangeOf = ({ log_from, log_to }: Run) => ({ from: log_from ?? 0, to: log_to ?? 0 });

/** What an undo would do now, and what stays because somebody changed it since. */
export async function previewJobUndo(context: Context, run: Run): Promise<Result<AnswerOf<typeof contract>>> {
  if (!canUndo(context, run) || kindOf(context, run.kind)?.undoBy) return notUndoable();
  return accept({
    data: await previewUndo(context, { cause: { object: "job", id: run.id }, range: rangeOf(run) }),
  });
}

/** Reverts what a job wrote, as a job of its own; done, the first one is undone. */
export async function undoJob(context: Context, { id, kind }: Run): Promise<Result<{ id: string }>> {
  const ownWay = kindOf(context, kind)?.undoBy;
  if (ownWay) return ownWay(context, id);
  return context.db.transaction(async (tx): Promise<Result<{ id: string }>> => {
    const run = await loadRun(tx, context, id, true);
    if (!run || !canUndo(context, run)) return notUndoable();
    const [open] = await tx.query({
      text: `select 1 from ${systemTable(context.workspace, "job_run")} where parent = $1 and status in ('queued', 'running', 'waiting')`,
      values: [id],
    });
    if (open) return undoing();
    const undo = newId();
    const object = kindOf(context, run.kind)?.about(run.payload) ?? "";
    const payload = { job: id, object, ...rangeOf(run), records: run.done };
    await startJobIn(tx, context, undoKind, { id: undo, payload, parent: id });
    return accept({ id: undo });
  });
}
