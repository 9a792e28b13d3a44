import { type Context, type Result, accept, newId, refuse } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { cancelRuns, startJobIn } from "../../../base/jobs/public.ts";
import { setRun } from "./finish-run.ts";
import { importUndoKind } from "./undo-import.job.ts";
import { loadRun, type Run } from "./run-store.ts";

type Started = Result<{ id: string }>;
const conflict = (code: string, zh: string, en: string): Started =>
  refuse({ status: 409, code, text: label(zh, en) });

/** Stops at the end of the batch under way; what was written stays and can be undone. */
export async function stopImport(context: Context, run: Run): Promise<Started> {
  if (run.status !== "queued" && run.status !== "running" && run.status !== "waiting")
    return conflict("already_ended", "这次导入已经结束。", "This import has already ended.");
  if (run.phase === "undo")
    return conflict("undoing", "正在撤销，不能取消。", "It is being undone and cannot be cancelled.");
  await context.db.transaction((tx) => cancelRuns(tx, context, [run.id]));
  return accept({ id: run.id });
}

/**
 * Queues the undo: what the import wrote is taken back, what was changed or used since is kept and listed.
 */
export async function undoImportLater(context: Context, id: string): Promise<Started> {
  const done = await context.db.transaction(async (tx): Promise<{ ok: boolean; answer: Started }> => {
    const run = await loadRun(tx, context, id, true);
    const refused = whyNot(run);
    if (refused || !run)
      return {
        ok: false,
        answer: refused ?? conflict("gone", "没有这次导入。", "This import does not exist."),
      };
    await setRun(tx, context, id, {
      status: "running",
      phase: "undo",
      next_row: run.rows + 1,
      undone: 0,
      undo: null,
      finished_at: null,
    });
    // It works in the name and with the rights of whoever imported, whoever asks for it.
    await startJobIn(tx, context, importUndoKind, {
      id: newId(),
      payload: { import: id, object: run.options.object },
      parent: id,
      as: run,
    });
    return { ok: true, answer: accept({ id }) };
  });
  return done.answer;
}

function whyNot(run: Run | null): Started | null {
  if (!run || !["done", "failed", "cancelled"].includes(run.status))
    return run?.status === "undone"
      ? conflict("already_undone", "这次导入已经撤销。", "This import has already been undone.")
      : conflict(
          "still_running",
          "导入还在进行，请先取消。",
          "The import is still running. Cancel it first.",
        );
  return run.options.dryRun
    ? conflict(
        "dry_run",
        "预检没有写入任何数据，无需撤销。",
        "A dry run writes nothing, so there is nothing to undo.",
      )
    : null;
}
