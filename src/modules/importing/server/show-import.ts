import type { Context } from "../../../engine/context.ts";
import { hasAbility } from "../../../engine/access/rights-of.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import { label } from "../../../shared/i18n/label.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { loadRun, type Run } from "./run-store.ts";

/** The caller's own import, or anyone's for who may manage settings. */
export async function ownRun(context: Context, id: string | undefined): Promise<Result<Run>> {
  const run = await loadRun(context.db, context, id ?? "");
  const isTheirs = run !== null && (run.actor === context.principal.id || hasAbility(context, "settings.manage"));
  return isTheirs ? accept(run) : refuse({ status: 404, code: "not_found", text: label("没有这次导入", "There is no such import") });
}

const ENDED = ["done", "failed", "cancelled", "undone"];
export function answerOf(run: Run): ImportAnswer {
  const { created, updated, skipped, failed, options } = run;
  const rows = created + updated + skipped + failed;
  const hasEnded = ENDED.includes(run.status);
  const isUndoing = run.phase === "undo";
  return {
    id: run.id,
    object: options.object,
    file_name: run.file_name,
    dry_run: options.dryRun,
    status: run.status,
    rows,
    total: run.rows,
    created,
    updated,
    skipped,
    failed,
    linked_created: run.linked_created,
    overrides: run.overrides,
    progress: hasEnded ? 1 : run.rows === 0 ? 0 : Math.min(1, (isUndoing ? run.undone : rows) / run.rows),
    questions: Object.values(run.questions).toSorted((a, b) => b.rows - a.rows),
    reading: run.reading,
    notices: run.notices,
    preview: run.preview,
    errors_file: failed > 0 ? `/api/v1/imports/${run.id}/errors.csv` : null,
    error: run.error,
    undo: run.undo,
    undoable: !options.dryRun && hasEnded && run.status !== "undone" && created + updated + run.linked_created > 0,
    made_at: run.made_at,
    started_at: run.started_at,
    finished_at: run.finished_at,
  };
}

/** The caller's own, newest first. */
export const recentRuns = (context: Context): Promise<Run[]> =>
  context.db.query<Run>({
    text: `select * from ${systemTable(context.workspace, "import_run")} where actor = $1 order by made_at desc limit 50`,
    values: [context.principal.id],
  });
