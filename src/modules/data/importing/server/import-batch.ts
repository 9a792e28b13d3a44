import type { Context, Refusal } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { eachRow } from "./document-results.ts";
import { lastNumber } from "./documents.ts";
import { Questions } from "./questions.ts";
import {
  countOverrides,
  moveRun,
  previewOf,
  recordLines,
  recordRows,
  recordTargets,
} from "./record-batch.ts";
import { reasonsOf, type RowResult } from "./row-result.ts";
import type { Running } from "./running.ts";
import type { Run } from "./run-store.ts";
import type { SheetRow } from "./sheet.ts";
import { type BatchResult, writeBatch } from "./write-batch.ts";

/**
 * file: rows as the file brings them. waiting: again, their targets may be there now. last: nothing is left
 * to wait for.
 */
export type Round = "file" | "waiting" | "last";

export interface Written {
  /** The first row behind those taken. */
  readonly nextRow: number;
  readonly run: Run;
  readonly committed?: () => void;
}

/** Writes a batch of rows with what became of each. `run` is locked. */
export async function importBatch(
  tx: Transaction,
  given: Running,
  run: Run,
  rows: readonly SheetRow[],
  { round, context }: { readonly round: Round; readonly context: Context },
): Promise<Written> {
  const running = { ...given, context };
  const { dryRun } = running.plan.options;
  const questions = new Questions(run.questions);
  if (dryRun) await tx.query({ text: "savepoint dry" });
  const batch = await writeBatch(tx, running, rows, modeOf(round, dryRun), questions);
  const overrides = await countOverrides(tx, running, batch.written);
  if (dryRun) await tx.query({ text: "rollback to savepoint dry" });
  const moved = await record(tx, running, run, batch, { questions, overrides, round });
  return {
    nextRow: nextRow(batch.rows),
    run: moved,
    committed: () => {
      if (!dryRun)
        for (const { step, cell, id: made, object } of batch.madeTargets)
          running.finder.remember(step, cell, { object, id: made, title: cell });
    },
  };
}
const modeOf = (round: Round, dryRun: boolean) => (dryRun ? "trust" : round === "last" ? "never" : "later");
const nextRow = (rows: readonly RowResult[]): number => (eachRow(rows).at(-1)?.number ?? 0) + 1;

async function record(
  tx: Transaction,
  running: Running,
  run: Run,
  batch: BatchResult,
  more: { questions: Questions; overrides: number; round: Round },
): Promise<Run> {
  const { context, plan } = running;
  const rows = eachRow(plan.options.dryRun ? batch.rows.map((row) => asIfWritten(running, row)) : batch.rows);
  const targets = plan.options.dryRun
    ? batch.madeTargets.filter(({ object, cell }) => isNewTarget(running, `${object}\0${fold(cell)}`))
    : batch.madeTargets;
  await recordRows(tx, context, run.id, running.language, rows);
  if (!plan.options.dryRun) {
    await recordTargets(tx, context, run.id, targets);
    await recordLines(tx, context, run.id, batch.lines);
  }
  const preview = more.round === "file" ? previewOf(running, run.preview, rows) : run.preview;
  return moveRun(tx, context, run, rows, {
    nextRow: nextRow(batch.rows),
    targets: targets.length,
    overrides: more.overrides,
    questions: more.questions.all(),
    preview,
  });
}

/** In a dry run a second row about a new record would have found the first one's. */
function asIfWritten({ seen, plan }: Running, row: RowResult): RowResult {
  const bare: RowResult = { ...row, record: null };
  if (row.outcome !== "created" || plan.match.length === 0) return bare;
  const key = JSON.stringify(plan.match.map((name) => row.values[name] ?? null));
  if (seen.records.has(key))
    return { ...bare, outcome: plan.options.onMatch === "skip" ? "skipped" : "updated" };
  seen.records.add(key);
  return bare;
}
function isNewTarget({ seen }: Running, key: string): boolean {
  if (seen.targets.has(key)) return false;
  seen.targets.add(key);
  return true;
}

/** One row that the database itself refuses: a race for a unique value, a value out of range. */
export async function failRow(
  tx: Transaction,
  { context, language }: Running,
  run: Run,
  row: SheetRow,
  refusal: Refusal,
): Promise<Written> {
  const reasons = reasonsOf(refusal);
  const failed = [row, ...(row.lines ?? [])].map(({ number, cells, marks }): RowResult => ({
    number,
    cells,
    marks,
    outcome: "failed",
    record: null,
    reasons,
    values: {},
    past: [],
  }));
  await recordRows(tx, context, run.id, language, failed);
  const moved = await moveRun(tx, context, run, failed, {
    nextRow: lastNumber(row) + 1,
    targets: 0,
    overrides: 0,
    questions: run.questions,
    preview: run.preview,
  });
  return { nextRow: lastNumber(row) + 1, run: moved };
}
