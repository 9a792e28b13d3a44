import { type Static, Type } from "@sinclair/typebox";
import { fits } from "../../../../shared/wire/fits.ts";
import {
  type Context,
  type Outcome,
  type Refusal,
  type UndoneBatch,
  type Work,
  type Written,
  accept,
  command,
  defineJobKind,
  hasAbility,
  refusedRecord,
  statement,
  undoBatch,
} from "../../../../engine/public.ts";
import { integer, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { UndoResult } from "../shared/run.contract.ts";
import { setRun } from "./finish-run.ts";
import { TAKE_BACK_OPTIONS } from "./make-options.ts";
import { changeRun, loadRun, type Run } from "./run-store.ts";

const BATCH = 200;
const MAX_KEPT = 1000;
const NOTHING: UndoResult = { deleted: 0, restored: 0, kept: [], kept_total: 0 };

const Payload = Type.Object({ import: Type.String(), object: Type.String() });
/** Counts down to 1; then come the records that were made along the way. */
const Position = Type.Object({ row: Type.Integer() });
type Position = Static<typeof Position>;

/** A record that the import wrote, and the row of the file that it came with. */
type ImportedRecord = Written & { readonly row: number | null };

/**
 * Takes back what an import wrote, last row first, then the records it made along the way. The import says
 * how far it is.
 */
export const importUndoKind = defineJobKind({
  name: "import_undo",
  task: "import.undo",
  label: label("撤销导入", "Undo of an import"),
  payload: Payload,
  position: Position,
  isFinal: true,
  hasOwnRecord: true,
  about: ({ object }) => object,
  async stateChanged(tx, context, { payload, status, error, finished_at }) {
    // Done, its parent has become undone; failed, it can be asked for again.
    if (status !== "failed" || !fits(Payload, payload)) return;
    await setRun(tx, context, payload.import, { status, error, finished_at });
  },
  async open(context, { payload }) {
    const run = await loadRun(context.db, context, payload.import);
    return accept<Work<Position>>({
      total: run?.rows ?? 0,
      batch: (tx, acting, _, size) => nextBatch(tx, acting, payload.import, { size, refusal: null }),
      skip: (tx, acting, _, refusal) => nextBatch(tx, acting, payload.import, { size: 1, refusal }),
    });
  },
});

/** How many at most, and why the one that was taken is kept. */
interface Taking {
  readonly size: number;
  readonly refusal: Refusal | null;
}

async function nextBatch(
  tx: Transaction,
  context: Context,
  id: string,
  { size, refusal }: Taking,
): Promise<Outcome<Position>> {
  const limit = Math.min(size, BATCH);
  const run = await loadRun(tx, context, id, true);
  if (!run || run.status !== "running" || run.phase !== "undo")
    return { position: null, done: 0, refused: [] };
  const rows = run.next_row > 1 ? await writtenRows(tx, context, run, limit) : [];
  if (rows.length > 0) {
    const nextRow = Math.min(...rows.map(({ row }) => row ?? 1));
    return takeBack(tx, context, run, { records: rows, nextRow, refusal });
  }
  const targets = await linkedRecords(tx, context, run, limit);
  if (targets.length > 0) {
    const taken = await takeBack(tx, context, run, { records: targets, nextRow: 1, refusal });
    const gone = targets.map(({ record }) => record);
    await tx.query(dropLinks(context.workspace, id, gone));
    return taken;
  }
  await changeRun(tx, context, id, { undo: run.undo ?? NOTHING });
  const { made = [] } = run.options;
  if (made.length > 0)
    await context.services.jobs.enqueue(TAKE_BACK_OPTIONS, { made }, { key: id, within: tx });
  return { position: null, done: 0, refused: [] };
}

export const dropLinks = command(
  ({ system }, id: string, records: readonly string[]) =>
    sql`delete from ${system("import_link")} where import = ${id} and record = any(${records}::uuid[])`,
);

export const rowsWritten = statement(
  { number: integer, record: sure(uuid) },
  ({ system }, id: string, before: number, limit: number) =>
    sql`select number, record from ${system("import_row")} where import = ${id} and number < ${before} and outcome in ('created', 'updated') and record is not null order by number desc limit ${limit}`,
);
async function writtenRows(
  tx: Transaction,
  context: Context,
  run: Run,
  limit: number,
): Promise<ImportedRecord[]> {
  const rows = await tx.query(rowsWritten(context.workspace, run.id, run.next_row, limit));
  return rows.map(({ number, record }) => ({ object: run.options.object, record, row: number }));
}

export const recordsAlong = statement(
  { record: uuid, object: text },
  ({ system }, id: string, limit: number) =>
    sql`select record, object from ${system("import_link")} where import = ${id} order by record desc limit ${limit}`,
);
async function linkedRecords(
  tx: Transaction,
  context: Context,
  run: Run,
  limit: number,
): Promise<ImportedRecord[]> {
  const rows = await tx.query(recordsAlong(context.workspace, run.id, limit));
  const lists = new Set(
    context.catalog
      .object(run.options.object)
      ?.fields.flatMap((field) => (field.kind === "children" ? [field.object] : [])),
  );
  return rows.map(({ record, object }) => ({ object, record, row: null, isLine: lists.has(object) }));
}

interface Taken {
  readonly records: readonly ImportedRecord[];
  readonly nextRow: number;
  readonly refusal: Refusal | null;
}

async function takeBack(
  tx: Transaction,
  context: Context,
  run: Run,
  { records, nextRow, refusal }: Taken,
): Promise<Outcome<Position>> {
  // A record that several rows wrote is taken back with the last of them.
  const last = new Map(records.toReversed().map((one) => [one.record, one]));
  const written = records.filter((one) => last.get(one.record) === one);
  const { deleted, restored, kept } = refusal
    ? keptBy(context, written, refusal)
    : await revert(tx, context, run, written);
  const before = run.undo ?? NOTHING;
  const told = kept.map((one) => ({ ...one, row: last.get(one.id)?.row ?? null }));
  const taken = records.filter(({ row }) => row !== null).length;
  await changeRun(tx, context, run.id, {
    next_row: nextRow,
    undone: run.undone + taken,
    undo: {
      deleted: before.deleted + deleted,
      restored: before.restored + restored,
      kept: [...before.kept, ...told].slice(0, MAX_KEPT),
      kept_total: before.kept_total + kept.length,
    },
  });
  return { position: { row: nextRow }, done: taken, refused: [] };
}

function revert(
  tx: Transaction,
  context: Context,
  run: Run,
  written: readonly ImportedRecord[],
): Promise<UndoneBatch> {
  const reason = say({ "zh-CN": "撤销导入 {file}", en: "Undo of the import {file}" }, run.language, {
    file: run.file_name,
  });
  const override = hasAbility(context, "pipeline.override") ? { override: { reason } } : {};
  const cause = { object: "import", id: run.id };
  return undoBatch(tx, context, { cause, written, reason, road: "import", ...override }, 0, written.length);
}

/** What the database itself refuses to take back stays. */
const keptBy = (
  context: Context,
  written: readonly ImportedRecord[],
  refusal: Refusal,
): Pick<UndoneBatch, "deleted" | "restored" | "kept"> => ({
  deleted: 0,
  restored: 0,
  kept: written.map(({ object, record }) => {
    const message = refusedRecord(context, record, refusal).errors[0]?.message ?? "";
    return { object, id: record, title: null, why: "refused", fields: [], message };
  }),
});
