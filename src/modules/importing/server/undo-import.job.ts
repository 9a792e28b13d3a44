import type { Context } from "../../../engine/context.ts";
import { hasAbility } from "../../../engine/access/rights-of.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import type { Written } from "../../../engine/undo/contract.ts";
import { undoBatch } from "../../../engine/undo/undo-batch.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { say } from "../../../shared/i18n/messages.ts";
import type { UndoResult } from "../shared/run.contract.ts";
import { setRun } from "./finish-run.ts";
import { actAs } from "./run-import.job.ts";
import { changeRun, loadRun, type Run } from "./run-store.ts";

const BATCH = 200;
const MAX_KEPT = 1000;
const NOTHING: UndoResult = { deleted: 0, restored: 0, kept: [], kept_total: 0 };

/** A record that the import wrote, and the row of the file that it came with. */
type ImportedRecord = Written & { readonly row: number | null };

/**
 * Takes back what an import wrote, last row first, then the records it made along the way; goes on after a
 * crash.
 */
export async function undoImport(context: Context, id: string): Promise<void> {
  const run = await loadRun(context.db, context, id);
  if (!run || run.status !== "running" || run.phase !== "undo") return;
  const acting = await actAs(context, run);
  if (!acting) return;
  while (await nextBatch({ ...acting, now: new Date().toISOString() }, id))
    await new Promise((resolve) => setImmediate(resolve));
}

/**
 * One batch in one transaction with its resume point; false when all is done. `next_row` counts down to 1,
 * then below for linked records.
 */
async function nextBatch(context: Context, id: string): Promise<boolean> {
  return context.db.transaction(
    async (tx) => {
      const run = await loadRun(tx, context, id, true);
      if (!run || run.status !== "running" || run.phase !== "undo") return false;
      const rows = run.next_row > 1 ? await writtenRows(tx, context, run) : [];
      if (rows.length > 0) {
        await takeBack(tx, context, run, rows, Math.min(...rows.map(({ row }) => row ?? 1)));
        return true;
      }
      const targets = await linkedRecords(tx, context, run);
      if (targets.length > 0) {
        await takeBack(tx, context, run, targets, 1);
        await tx.query({
          text: `delete from ${systemTable(context.workspace, "import_link")} where import = $1 and record = any($2::uuid[])`,
          values: [id, targets.map(({ record }) => record)],
        });
        return true;
      }
      await setRun(tx, context, id, {
        status: "undone",
        undo: run.undo ?? NOTHING,
        finished_at: context.now,
      });
      return false;
    },
    { longer: 20_000 },
  );
}

async function writtenRows(tx: Transaction, context: Context, run: Run): Promise<ImportedRecord[]> {
  const rows = await tx.query<{ number: number; record: string }>({
    text: `select number, record from ${systemTable(context.workspace, "import_row")} where import = $1 and number < $2 and outcome in ('created', 'updated') and record is not null order by number desc limit ${BATCH}`,
    values: [run.id, run.next_row],
  });
  return rows.map(({ number, record }) => ({ object: run.options.object, record, row: number }));
}

async function linkedRecords(tx: Transaction, context: Context, run: Run): Promise<ImportedRecord[]> {
  const rows = await tx.query<{ record: string; object: string }>({
    text: `select record, object from ${systemTable(context.workspace, "import_link")} where import = $1 order by record desc limit ${BATCH}`,
    values: [run.id],
  });
  const lists = new Set(
    context.catalog
      .object(run.options.object)
      ?.fields.flatMap((field) => (field.kind === "children" ? [field.object] : [])),
  );
  return rows.map(({ record, object }) => ({ object, record, row: null, isLine: lists.has(object) }));
}

async function takeBack(
  tx: Transaction,
  context: Context,
  run: Run,
  records: readonly ImportedRecord[],
  nextRow: number,
): Promise<void> {
  const reason = say({ "zh-CN": "撤销导入 {file}", en: "Undo of the import {file}" }, run.language, {
    file: run.file_name,
  });
  // A record that several rows wrote is taken back with the last of them.
  const last = new Map(records.toReversed().map((one) => [one.record, one]));
  const { deleted, restored, kept } = await undoBatch(
    tx,
    context,
    {
      cause: { object: "import", id: run.id },
      written: records.filter((one) => last.get(one.record) === one),
      reason,
      road: "import",
      ...(hasAbility(context, "pipeline.override") ? { override: { reason } } : {}),
    },
    0,
    records.length,
  );
  const before = run.undo ?? NOTHING;
  const told = kept.map((one) => ({ ...one, row: last.get(one.id)?.row ?? null }));
  await changeRun(tx, context, run.id, {
    next_row: nextRow,
    undone: run.undone + records.filter(({ row }) => row !== null).length,
    undo: {
      deleted: before.deleted + deleted,
      restored: before.restored + restored,
      kept: [...before.kept, ...told].slice(0, MAX_KEPT),
      kept_total: before.kept_total + kept.length,
    },
  });
}
