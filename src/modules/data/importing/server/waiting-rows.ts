import type { Executor } from "../../../../platform/db/database.ts";
import { statement } from "../../../../engine/public.ts";
import { bigint, integer, json, orNull, sure } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { CellMarks } from "../shared/cell-mark.ts";
import { documentsOf, MOST_LINES } from "./documents.ts";
import type { Running } from "./running.ts";
import type { SheetRow } from "./sheet.ts";

/** The cells of a row that waits are kept. */
export const waitingFrom = statement(
  { number: integer, cells: sure(json<string[]>()), marks: orNull(json<CellMarks>()) },
  ({ system }, id: string, from: number, limit: number) =>
    sql`select number, cells, marks from ${system("import_row")} where import = ${id} and outcome = 'waiting' and number >= ${from} order by number limit ${limit}`,
);
export const waitingOf = statement(
  { count: bigint },
  ({ system }, id: string) =>
    sql`select count(*) as count from ${system("import_row")} where import = ${id} and outcome = 'waiting'`,
);

/** The next rows that refer to later ones, whole documents where rows belong together. */
export async function waitingRows(
  db: Executor,
  { context, id, plan }: Running,
  from: number,
  limit: number,
): Promise<readonly SheetRow[]> {
  const most = plan.lines.length > 0 ? limit + MOST_LINES : limit;
  const rows = await db.query(waitingFrom(context.workspace, id, from, most));
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
  const [row] = await db.query(waitingOf(context.workspace, id));
  return row?.count ?? 0;
}
