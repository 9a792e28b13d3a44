import { systemTable } from "../../../../engine/schema/names.ts";
import { commitBatch, type Position, type Round } from "./commit-batch.ts";
import { documentsOf, MOST_LINES } from "./documents.ts";
import { holdRun } from "./hold-run.ts";
import { changeRun } from "./run-store.ts";
import type { Running } from "./running.ts";
import type { CellMarks } from "../shared/cell-mark.ts";
import type { SheetRow } from "./sheet.ts";

/** The next ones, whole documents where rows belong together. */
async function waitingRows(
  { context, id, plan }: Running,
  from: number,
  limit: number,
): Promise<readonly SheetRow[]> {
  const rows = await context.db.query<{ number: number; cells: string[]; marks: CellMarks | null }>({
    text: `select number, cells, marks from ${systemTable(context.workspace, "import_row")} where import = $1 and outcome = 'waiting' and number >= $2 order by number limit $3`,
    values: [id, from, plan.lines.length > 0 ? limit + MOST_LINES : limit],
  });
  const documents: SheetRow[] = [];
  const single = rows.map(({ number, cells, marks }) =>
    marks ? { number, cells, marks } : { number, cells },
  );
  for await (const row of documentsOf(single, plan)) documents.push(row);
  // Where more may follow, the last document may be cut off.
  const isCut = plan.lines.length > 0 && rows.length === limit + MOST_LINES && documents.length > 1;
  return (isCut ? documents.slice(0, -1) : documents).slice(0, limit);
}
async function countWaiting({ context, id }: Running): Promise<number> {
  const [row] = await context.db.query<{ count: number }>({
    text: `select count(*) as count from ${systemTable(context.workspace, "import_row")} where import = $1 and outcome = 'waiting'`,
    values: [id],
  });
  return row?.count ?? 0;
}

/** Once through the rows that wait. False: cancelled. */
async function oneRound(running: Running, position: Position, round: Round): Promise<boolean> {
  const { context, id } = running;
  await context.db.transaction(async (tx) => {
    await holdRun(tx, context, id, position.row);
    await changeRun(tx, context, id, { phase: "waiting", next_row: 1 });
  });
  position.row = 1;
  for (;;) {
    const rows = await waitingRows(running, position.row, position.size);
    if (rows.length === 0) return true;
    if ((await commitBatch(running, rows, position, round)) === "cancelled") return false;
  }
}

/**
 * Rows that referred to later ones, round by round until none is left or none gets further; those fail.
 * False: cancelled.
 */
export async function workOffWaiting(running: Running, position: Position): Promise<boolean> {
  for (let before = await countWaiting(running); before > 0;) {
    if (!(await oneRound(running, position, "waiting"))) return false;
    const after = await countWaiting(running);
    if (after === before) return oneRound(running, position, "last");
    before = after;
  }
  return true;
}
