import {
  type Context,
  type Result,
  accept,
  hasAbility,
  refuse,
  systemTable,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { printOptions } from "../shared/print-options.ts";
import type { ImportAnswer, ListedImport, ReasonCount } from "../shared/run.contract.ts";
import { loadRun, type Run } from "./run-store.ts";

/** The caller's own import, or anyone's for who may manage settings. */
export async function ownRun(context: Context, id: string): Promise<Result<Run>> {
  const run = await loadRun(context.db, context, id);
  const isTheirs =
    run !== null && (run.actor === context.principal.id || hasAbility(context, "settings.manage"));
  return isTheirs
    ? accept(run)
    : refuse({
        status: 404,
        code: "not_found",
        text: label("没有这次导入。", "This import does not exist."),
      });
}

const ENDED = ["done", "failed", "cancelled", "undone"];
export function answerOf(run: Run): ListedImport {
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
    header: run.header,
    options: printOptions(options),
    preview: run.preview,
    errors_file: failed > 0 ? `/api/v1/imports/${run.id}/errors.csv` : null,
    error: run.error,
    undo: run.undo,
    undoable:
      !options.dryRun && hasEnded && run.status !== "undone" && created + updated + run.linked_created > 0,
    made_at: run.made_at,
    started_at: run.started_at,
    finished_at: run.finished_at,
  };
}

/** One import with what only its rows tell. */
export async function wholeAnswer(context: Context, run: Run): Promise<ImportAnswer> {
  const table = systemTable(context.workspace, "import_row");
  const [reasons, records] = await Promise.all([
    context.db.query<ReasonCount>({
      text: `select r.reason ->> 'code' as code, r.reason ->> 'field' as field, (array_agg(r.reason ->> 'message' order by r.number))[1] as message, count(*)::int as rows,
          (array_agg(r.number order by r.number))[1:5] as numbers, (count(*) filter (where r.outcome = 'failed'))::int as failed
        from (select i.number, i.outcome, e.reason from ${table} i, jsonb_array_elements(i.reasons) as e(reason) where i.import = $1 and i.reasons is not null) r
        group by 1, 2 order by count(*) desc, 1 limit 100`,
      values: [run.id],
    }),
    context.db.query<{ record: string }>({
      text: `select distinct record from (select record from ${table} where import = $1 and outcome in ('created', 'updated') and record is not null order by number limit 100) r`,
      values: [run.id],
    }),
  ]);
  return {
    ...answerOf(run),
    reasons: reasons.map(withoutNothing),
    records: records.map(({ record }) => record),
  };
}
const withoutNothing = ({ field, ...count }: ReasonCount): ReasonCount =>
  field ? { ...count, field } : count;

/** The caller's own, newest first. */
export const recentRuns = (context: Context): Promise<Run[]> =>
  context.db.query<Run>({
    text: `select * from ${systemTable(context.workspace, "import_run")} where actor = $1 order by made_at desc limit 50`,
    values: [context.principal.id],
  });
