import type { Transaction } from "../../../../platform/db/database.ts";
import { duplicateOf } from "../../../../engine/record/duplicate-error.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { setRun } from "./finish-run.ts";
import { holdRun } from "./hold-run.ts";
import { Questions } from "./questions.ts";
import { eachRow } from "./document-results.ts";
import { lastNumber } from "./documents.ts";
import {
  countOverrides,
  moveRun,
  previewOf,
  recordLines,
  recordRows,
  recordTargets,
} from "./record-batch.ts";
import type { Running } from "./running.ts";
import type { Run } from "./run-store.ts";
import type { SheetRow } from "./sheet.ts";
import { reasonsOf, type RowResult } from "./row-result.ts";
import { type BatchResult, writeBatch } from "./write-batch.ts";

/** The resume point and the size of the next batch, which follows how long batches take. */
export interface Position {
  row: number;
  size: number;
}
const [SMALLEST, LARGEST] = [1, 500];
const [QUICK_MS, SLOW_MS] = [400, 1200];
const MAX_TRIES = 8;

/**
 * file: rows as the file brings them. waiting: again, their targets may be there now. last: nothing is left
 * to wait for.
 */
export type Round = "file" | "waiting" | "last";

/**
 * Writes one batch with its results and the resume point, all or nothing. How many rows it took; "cancelled"
 * when that was asked.
 */
export async function commitBatch(
  running: Running,
  rows: readonly SheetRow[],
  position: Position,
  round: Round,
): Promise<number | "cancelled"> {
  let batch = rows;
  for (let attempt = 1; ; attempt++) {
    const begun = Date.now();
    try {
      const now = new Date(begun).toISOString();
      const taken = await inTransaction(
        { ...running, context: { ...running.context, now } },
        batch,
        position,
        round,
      );
      if (taken === "cancelled") return taken;
      adapt(position, Date.now() - begun);
      return taken;
    } catch (error) {
      const state = stateOf(error);
      if (state === "other" || attempt >= MAX_TRIES) throw error;
      if (state === "data" && batch.length === 1) return failRow(running, batch[0]!, position, error);
      position.size = Math.max(SMALLEST, Math.floor(batch.length / 4));
      batch = batch.slice(0, position.size);
    }
  }
}

function adapt(position: Position, took: number): void {
  if (took > SLOW_MS) position.size = Math.max(SMALLEST, Math.floor(position.size / 2));
  else if (took < QUICK_MS) position.size = Math.min(LARGEST, position.size * 2);
}

/** busy: try again, smaller. data: the database refuses a value or a key. */
function stateOf(error: unknown): "busy" | "data" | "other" {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (["40001", "40P01", "55P03", "57014", "25P03", "25P04"].includes(code)) return "busy";
  return /^(22|23)/.test(code) ? "data" : "other";
}

async function inTransaction(
  running: Running,
  rows: readonly SheetRow[],
  position: Position,
  round: Round,
): Promise<number | "cancelled"> {
  const { context, id } = running;
  const done = await context.db.transaction(
    async (tx) => {
      const run = await holdRun(tx, context, id, position.row);
      if (run.wanted === "cancel") {
        await setRun(tx, context, id, { status: "cancelled", finished_at: context.now });
        return null;
      }
      const questions = new Questions(run.questions);
      const { options } = running.plan;
      if (options.dryRun) await tx.query({ text: "savepoint dry" });
      const batch = await writeBatch(tx, running, rows, modeOf(round, options.dryRun), questions);
      const overrides = await countOverrides(tx, running, batch.written);
      if (options.dryRun) await tx.query({ text: "rollback to savepoint dry" });
      await record(tx, running, run, batch, { questions, overrides, round });
      return batch;
    },
    { longer: 20_000 },
  );
  if (!done) return "cancelled";
  position.row = nextRow(done.rows);
  if (!running.plan.options.dryRun)
    for (const { step, cell, id: made, object } of done.madeTargets)
      running.finder.remember(step, cell, { object, id: made, title: cell });
  return done.rows.length;
}
const modeOf = (round: Round, dryRun: boolean) => (dryRun ? "trust" : round === "last" ? "never" : "later");
const nextRow = (rows: readonly RowResult[]): number => (eachRow(rows).at(-1)?.number ?? 0) + 1;

async function record(
  tx: Transaction,
  running: Running,
  run: Run,
  batch: BatchResult,
  more: { questions: Questions; overrides: number; round: Round },
): Promise<void> {
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
  await moveRun(tx, context, run, rows, {
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

const refusedByDatabase = label("数据库拒绝了这一行的值", "The database refused a value of this row");
/** One row that the database itself refuses: a race for a unique value, a value out of range. */
async function failRow(running: Running, row: SheetRow, position: Position, error: unknown): Promise<number> {
  const { context, id } = running;
  const refusal = duplicateOf(context, error);
  const reasons = refusal ? reasonsOf(refusal) : [{ code: "refused_by_database", text: refusedByDatabase }];
  await context.db.transaction(async (tx) => {
    const run = await holdRun(tx, context, id, position.row);
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
    await recordRows(tx, context, id, running.language, failed);
    await moveRun(tx, context, run, failed, {
      nextRow: lastNumber(row) + 1,
      targets: 0,
      overrides: 0,
      questions: run.questions,
      preview: run.preview,
    });
  });
  position.row = lastNumber(row) + 1;
  return 1;
}
