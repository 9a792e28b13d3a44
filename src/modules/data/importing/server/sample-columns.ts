import type { FileColumn } from "../shared/file-column.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

const SAMPLES = 5;
const SAMPLED_ROWS = 200;

export interface Sample {
  readonly columns: readonly FileColumn[];
  readonly cells: readonly SheetRow[];
}

/** Up to five different values of each column, from the first two hundred rows. */
export async function sampleColumns(sheet: Sheet): Promise<Sample> {
  const seen = sheet.header.map(() => new Set<string>());
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    seen.forEach((values, index) => {
      const cell = (row.cells[index] ?? "").trim();
      if (cell !== "" && values.size < SAMPLES) values.add(cell.slice(0, 200));
    });
    if (rows.length === SAMPLED_ROWS) break;
  }
  return {
    columns: sheet.header.map((name, index) => ({
      name,
      samples: [...(seen[index] ?? [])],
      ...(index >= (sheet.linesFrom ?? Infinity) ? { isOfLines: true as const } : {}),
    })),
    cells: rows,
  };
}
