import {
  type Context,
  type Result,
  accept,
  hasAbility,
  refuse,
  statement,
} from "../../../../engine/public.ts";
import { arrayOf, integer, orNull, type RowOf, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { printOptions } from "../shared/print-options.ts";
import type { ImportAnswer, ListedImport, ReasonCount } from "../shared/run.contract.ts";
import { importsOf, loadRun, type Run } from "./run-store.ts";

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

export const reasonsOf = statement(
  {
    code: text,
    field: orNull(text),
    message: text,
    rows: integer,
    numbers: arrayOf(integer),
    failed: integer,
  },
  ({ system }, id: string) =>
    sql`select r.reason ->> 'code' as code, r.reason ->> 'field' as field, (array_agg(r.reason ->> 'message' order by r.number))[1] as message, count(*)::int as rows,
          (array_agg(r.number order by r.number))[1:5] as numbers, (count(*) filter (where r.outcome = 'failed'))::int as failed
        from (select i.number, i.outcome, e.reason from ${system("import_row")} i, jsonb_array_elements(i.reasons) as e(reason) where i.import = ${id} and i.reasons is not null) r
        group by 1, 2 order by count(*) desc, 1, 2 limit 100`,
);
/** Each record once, in the order of the rows that wrote it. The primary key (import, number) serves it. */
export const firstRecordsOf = statement(
  { record: sure(uuid) },
  ({ system }, id: string) =>
    sql`select record from (select record, number from ${system("import_row")} where import = ${id} and outcome in ('created', 'updated') and record is not null order by number limit 100) r
        group by record order by min(number)`,
);
/** One import with what only its rows tell. */
export async function wholeAnswer(context: Context, run: Run): Promise<ImportAnswer> {
  const [reasons, records] = await Promise.all([
    context.db.query(reasonsOf(context.workspace, run.id)),
    context.db.query(firstRecordsOf(context.workspace, run.id)),
  ]);
  return {
    ...answerOf(run),
    reasons: reasons.map(withoutNothing),
    records: records.map(({ record }) => record),
  };
}
const withoutNothing = ({ field, numbers, ...count }: RowOf<typeof reasonsOf.columns>): ReasonCount => ({
  ...count,
  numbers: [...numbers],
  ...(field ? { field } : {}),
});

/** The caller's own, newest first. */
export const recentRuns = ({ db, workspace, principal }: Context): Promise<Run[]> =>
  db.query(importsOf(workspace, principal.id, 50));
