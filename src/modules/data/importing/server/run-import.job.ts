import { type Static, Type } from "@sinclair/typebox";
import {
  type Context,
  JobFailed,
  type JobRun,
  type Outcome,
  type Result,
  type Work,
  accept,
  defineJobKind,
  systemTable,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { setRun } from "./finish-run.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { adoptRun, runJob } from "../../../base/jobs/public.ts";
import { undoImportLater } from "./control-import.ts";
import { documentsOf } from "./documents.ts";
import { FileRows } from "./file-rows.ts";
import { failRow, importBatch, type Round, type Written } from "./import-batch.ts";
import { openSheet } from "./open-sheet.ts";
import { prepareImport, titlesFor } from "./prepare-import.ts";
import type { Running } from "./running.ts";
import { changeRun, isAtWork, loadRun, type Run } from "./run-store.ts";
import { BrokenFile, type SheetRow, type Upload } from "./sheet.ts";
import { countWaiting, waitingRows } from "./waiting-rows.ts";

/** The round that is under way, its next row, and how many rows waited when it began. */
const Position = Type.Object({
  round: Type.Union([Type.Literal("file"), Type.Literal("waiting"), Type.Literal("last")]),
  row: Type.Integer(),
  waiting: Type.Integer(),
});
type Position = Static<typeof Position>;

/** Does an import. */
export const importKind = defineJobKind({
  name: "import",
  task: "import.run",
  label: label("导入", "Import"),
  payload: Type.Object({ object: Type.String() }),
  position: Position,
  isPausable: true,
  undoBy: undoImportLater,
  hasOwnRecord: true,
  interrupted: label(
    "导入多次中断，已停止；已写入的行保持不变，可以撤销",
    "The import was interrupted several times and has stopped. Rows already written stay and can be undone",
  ),
  about: ({ object }) => object,
  errorsFile: (id) => `/api/v1/imports/${id}/errors.csv`,
  adopt: (context, id) =>
    adoptRun(context, "import", id, {
      select: `select id, actor, narrowed_to, language, jsonb_build_object('object', options ->> 'object') as payload, made_at
        from ${systemTable(context.workspace, "import_run")} where id = $1 and status in ('queued', 'running') and phase <> 'undo'`,
    }),
  stateChanged: followState,
  open: (context, { id }) => open(context, id),
});

/** Does one outside the queue. */
export const runImport = (context: Context, id: string): Promise<void> => runJob(context, importKind, id);

/** The import as people list it has the state of its job. */
async function followState(tx: Transaction, context: Context, job: JobRun): Promise<void> {
  const run = await loadRun(tx, context, job.id, true);
  if (!run || run.status === job.status) return;
  const { status, error, finished_at } = job;
  await setRun(tx, context, job.id, { status, error, finished_at });
}

const uploadOf = (context: Context, run: Run): Upload => ({
  name: run.file_name,
  size: run.file_size,
  open: () => context.services.files.open(run.file_hash),
});

async function open(context: Context, id: string): Promise<Result<Work<Position>>> {
  const run = await loadRun(context.db, context, id);
  if (!run || !isAtWork(run)) return accept(NOTHING_LEFT);
  return readable(async () => {
    const sheet = await openSheet(uploadOf(context, run), run.options, titlesFor(context, run));
    if (!sheet.ok) return sheet;
    const running = await prepareImport(context, run, sheet.value);
    if (!running.ok) return running;
    const rows = new FileRows(documentsOf(sheet.value.rows(), running.value.plan));
    // Reading up to the resume point takes its time and is done before a transaction waits for it.
    if (run.phase === "rows") await rows.next(run.next_row, 1);
    return accept(workOf(running.value, rows));
  });
}

/** Where the job was taken up though another process has ended the import meanwhile. */
const NOTHING_LEFT: Work<Position> = { batch: async () => ({ position: null, done: 0, refused: [] }) };

/** A file that turns out to be broken ends the job with what is wrong with it. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    const { code, text, params } = error;
    throw new JobFailed({ status: 422, code, text, reasons: [], ...(params ? { params } : {}) });
  }
}

type Take = (tx: Transaction, run: Run, rows: readonly SheetRow[], round: Round) => Promise<Written>;

function workOf(running: Running, file: FileRows): Work<Position> {
  const step = async (
    tx: Transaction,
    position: Position | null,
    size: number,
    take: Take,
  ): Promise<Outcome<Position>> => {
    const { context, id } = running;
    const run = await loadRun(tx, context, id, true);
    if (!run || !isAtWork(run)) return { position: null, done: 0, refused: [] };
    const at = position ?? (await beginning(tx, running, run));
    const rows =
      at.round === "file"
        ? await readable(() => file.next(at.row, size))
        : await waitingRows(tx, running, at.row, size);
    if (rows.length === 0) return outcome(run, await nextRound(tx, running, at));
    const { nextRow, run: moved, committed } = await take(tx, run, rows, at.round);
    return { ...outcome(moved, { ...at, row: nextRow }), ...(committed ? { committed } : {}) };
  };
  return {
    total: running.scan.rows,
    batch: (tx, context, position, size) =>
      step(tx, position, size, (_, run, rows, round) =>
        importBatch(tx, running, run, rows, { round, context }),
      ),
    skip: (tx, context, position, refusal) =>
      step(tx, position, 1, (_, run, [row]) =>
        row
          ? failRow(tx, { ...running, context }, run, row, refusal)
          : Promise.resolve({ nextRow: run.next_row, run }),
      ),
  };
}

/** Where an import stands that was not yet this job's, or is done again. */
async function beginning(tx: Transaction, running: Running, run: Run): Promise<Position> {
  return run.phase === "rows"
    ? { round: "file", row: run.next_row, waiting: 0 }
    : { round: "waiting", row: 1, waiting: await countWaiting(tx, running) };
}

/**
 * Rows that referred to later ones come round by round until none is left or none gets further; in the last
 * round those fail.
 */
async function nextRound(tx: Transaction, running: Running, at: Position): Promise<Position | null> {
  if (at.round === "last") return null;
  const waiting = await countWaiting(tx, running);
  if (waiting === 0) return null;
  await changeRun(tx, running.context, running.id, { phase: "waiting", next_row: 1 });
  const isStuck = at.round === "waiting" && waiting === at.waiting;
  return { round: isStuck ? "last" : "waiting", row: 1, waiting };
}

const outcome = (run: Run, position: Position | null): Outcome<Position> => ({
  position,
  done: 0,
  refused: [],
  soFar: { done: run.created + run.updated + run.skipped, refused: run.failed },
});
