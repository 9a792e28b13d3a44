import type { Transaction } from "../../../../platform/db/database.ts";
import { type Context, command, statement } from "../../../../engine/public.ts";
import { bigint } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { say, type MessageParams } from "../../../../shared/i18n/messages.ts";
import { type Language, textOf } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { PreviewRow, RowError } from "../shared/run.contract.ts";
import type { PlannedLine } from "./plan-lines.ts";
import type { Running } from "./running.ts";
import { changeRun, type Run } from "./run-store.ts";
import type { RowResult } from "./row-result.ts";
import type { BatchResult } from "./write-batch.ts";

const PREVIEW_ROWS = 20;

/** A reason in the importer's language, as files and answers tell it. */
export function errorOf(reason: Reason, language: Language): RowError {
  const params: MessageParams = reason.params ?? {};
  const text = textOf(reason.text, language, reason.code);
  return {
    code: reason.code,
    ...(reason.field ? { field: reason.field } : {}),
    message: say({ "zh-CN": text, en: text }, language, params),
  };
}

export const storeRows = command(
  ({ system }, id: string, rows: string) =>
    sql`insert into ${system("import_row")} (import, number, outcome, record, reasons, cells, marks)
      select ${id}::uuid, number, outcome, record, reasons, cells, marks from json_to_recordset(${rows}::json) as r(number integer, outcome text, record uuid, reasons jsonb, cells jsonb, marks jsonb)
      on conflict (import, number) do update set outcome = excluded.outcome, record = excluded.record, reasons = excluded.reasons, cells = excluded.cells, marks = excluded.marks`,
);
/** Keeps what became of each row; cells only of those that failed or wait. */
export async function recordRows(
  tx: Transaction,
  context: Context,
  id: string,
  language: Language,
  rows: readonly RowResult[],
): Promise<void> {
  if (rows.length === 0) return;
  const kept = rows.map(({ number, outcome, record, reasons, cells, marks }) => ({
    number,
    outcome,
    record,
    reasons: reasons.length > 0 ? reasons.slice(0, 50).map((reason) => errorOf(reason, language)) : null,
    cells:
      outcome === "failed" || outcome === "waiting" ? cells.map((cell) => cell.replaceAll("\0", "")) : null,
    marks: outcome === "failed" || outcome === "waiting" ? (marks ?? null) : null,
  }));
  await tx.query(storeRows(context.workspace, id, JSON.stringify(kept)));
}

export const storeTargets = command(
  ({ system }, id: string, targets: string) =>
    sql`insert into ${system("import_link")} (import, record, object, title) select ${id}::uuid, id, object, cell from json_to_recordset(${targets}::json) as r(id uuid, object text, cell text)`,
);

export async function recordTargets(
  tx: Transaction,
  context: Context,
  id: string,
  targets: BatchResult["madeTargets"],
): Promise<void> {
  if (targets.length === 0) return;
  const made = targets.map(({ id: record, object, cell }) => ({ id: record, object, cell }));
  await tx.query(storeTargets(context.workspace, id, JSON.stringify(made)));
}

export const storeLines = command(
  ({ system }, id: string, lines: string) =>
    sql`insert into ${system("import_link")} (import, record, object) select ${id}::uuid, id, object from json_to_recordset(${lines}::json) as r(id uuid, object text) on conflict do nothing`,
);

/** Lines that came or changed with their documents: an undo takes them back after the rows. */
export async function recordLines(
  tx: Transaction,
  context: Context,
  id: string,
  lines: readonly PlannedLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const kept = lines.map(({ id: record, object }) => ({ id: record, object }));
  await tx.query(storeLines(context.workspace, id, JSON.stringify(kept)));
}

export const overridesIn = statement(
  { count: bigint },
  ({ system }, records: readonly string[], cause: string) =>
    sql`select count(*) as count from ${system("changes")} where record = any(${records}::uuid[]) and at >= now() and note -> 'cause' ->> 'id' = ${cause} and note ? 'override'`,
);

/** Gates that the batch passed by override: the log of this very transaction tells. */
export async function countOverrides(
  tx: Transaction,
  running: Running,
  records: readonly string[],
): Promise<number> {
  if (!running.plan.options.override || records.length === 0) return 0;
  const [row] = await tx.query(overridesIn(running.context.workspace, records, running.id));
  return row?.count ?? 0;
}

export interface Progress {
  readonly nextRow: number;
  readonly targets: number;
  readonly overrides: number;
  readonly questions: Run["questions"];
  readonly preview: readonly PreviewRow[];
}
/** Moves the counts and the resume point; gives the run as it is now. */
export async function moveRun(
  tx: Transaction,
  context: Context,
  run: Run,
  rows: readonly RowResult[],
  progress: Progress,
): Promise<Run> {
  const count = (outcome: RowResult["outcome"]): number =>
    rows.filter((row) => row.outcome === outcome).length;
  const change = {
    next_row: progress.nextRow,
    created: run.created + count("created"),
    updated: run.updated + count("updated"),
    skipped: run.skipped + count("skipped"),
    failed: run.failed + count("failed"),
    linked_created: run.linked_created + progress.targets,
    overrides: run.overrides + progress.overrides,
    questions: progress.questions,
    preview: progress.preview,
  };
  await changeRun(tx, context, run.id, change);
  return { ...run, ...change };
}

/** The first rows as people would read them: links by the name in the file. */
export function previewOf(
  running: Running,
  known: readonly PreviewRow[],
  rows: readonly RowResult[],
): readonly PreviewRow[] {
  if (known.length >= PREVIEW_ROWS) return known;
  const { plan, language } = running;
  const shown = rows.map((row): PreviewRow => {
    const named = Object.fromEntries(
      plan.steps.flatMap((step) =>
        step.does === "link" || step.does === "stage"
          ? [[step.field.name, row.cells[step.index] ?? null] as const]
          : [],
      ),
    );
    return {
      row: row.number,
      outcome: row.outcome,
      values: { ...row.values, ...named },
      errors: row.reasons.slice(0, 10).map((reason) => errorOf(reason, language)),
      record: row.record,
      history: plan.steps.some(({ does }) => does === "entered" || does === "created")
        ? toldHistory(running, row)
        : [],
    };
  });
  return [...known, ...shown].slice(0, PREVIEW_ROWS);
}

/** The stages that the row says were entered, with their days. */
function toldHistory({ plan }: Running, { past, values }: RowResult): PreviewRow["history"] {
  const field = plan.object.stageField ?? "";
  const last = values[field];
  const stages = past.map((state, index) => ({
    at: state.at,
    stage: index === past.length - 1 && typeof last === "string" ? last : state.values[field],
  }));
  return stages.flatMap(({ at, stage }, index) =>
    typeof stage === "string" && stage !== stages[index - 1]?.stage ? [{ stage, at }] : [],
  );
}
