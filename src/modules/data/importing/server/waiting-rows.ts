import type { Executor } from "../../../../platform/db/database.ts";
import { systemTable } from "../../../../engine/public.ts";
import type { CellMarks } from "../shared/cell-mark.ts";
import { documentsOf, MOST_LINES } from "./documents.ts";
import type { Running } from "./running.ts";
import type { SheetRow } from "./sheet.ts";

/** The next rows that refer to later ones, whole documents where rows belong together. */
export async function waitingRows(
  db: Executor,
  { context, id, plan }: Running,
  from: number,
  limit: number,
): Promise<readonly SheetRow[]> {
  const rows = await db.query<{ number: number; cells: string[]; marks: CellMarks | null }>({
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

export async function countWaiting(db: Executor, { context, id }: Running): Promise<number> {
  const [row] = await db.query<{ count: number }>({
    text: `select count(*) as count from ${systemTable(context.workspace, "import_row")} where import = $1 and outcome = 'waiting'`,
    values: [id],
  });
  return row?.count ?? 0;
}
