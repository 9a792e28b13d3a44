import { Readable } from "node:stream";
import { type Context, statement } from "../../../../engine/public.ts";
import { integer, json, orNull, type RowOf } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { csvLines } from "../../../../shared/text/csv.ts";
import type { RowError } from "../shared/run.contract.ts";
import type { Run } from "./run-store.ts";

const PAGE = 1000;
export const BOM = "\ufeff";

const failedColumns = {
  number: integer,
  cells: orNull(json<readonly string[]>()),
  reasons: orNull(json<readonly RowError[]>()),
};
type FailedRow = RowOf<typeof failedColumns>;
export const failedRows = statement(
  failedColumns,
  ({ system }, id: string, after: number) =>
    sql`select number, cells, reasons from ${system("import_row")} where import = ${id} and outcome = 'failed' and number > ${after} order by number limit ${PAGE}`,
);

async function* lines(context: Context, run: Run): AsyncGenerator<string> {
  yield BOM + csvLines([[...run.header, "error_code", "error_field", "error_message"]]);
  for (let after = 0; ;) {
    const rows = await context.db.query(failedRows(context.workspace, run.id, after));
    if (rows.length === 0) return;
    yield csvLines(rows.map((row) => lineOf(run.header.length, row)));
    after = rows.at(-1)?.number ?? after;
  }
}
function lineOf(width: number, { cells, reasons }: FailedRow): string[] {
  const own = Array.from({ length: width }, (_, index) => cells?.[index] ?? "");
  const told = reasons ?? [];
  return [
    ...own,
    told.map(({ code }) => code).join("; "),
    told.map(({ field }) => field ?? "").join("; "),
    told.map(({ message }) => message).join("; "),
  ];
}

/** Failed rows in the file's own columns, with what was wrong: mend and import again. */
export const errorsCsv = (context: Context, run: Run): Readable => Readable.from(lines(context, run));
