import type { FileColumn } from "../shared/suggest-mapping.ts";
import type { Sheet } from "./sheet.ts";

const SAMPLES = 5;
const SAMPLED_ROWS = 200;

/** Up to five different values of each column, from the first two hundred rows. */
export async function sampleColumns(sheet: Sheet): Promise<{ readonly columns: readonly FileColumn[]; readonly rows: number; readonly whole: boolean }> {
  const seen = sheet.header.map(() => new Set<string>());
  let rows = 0;
  for await (const { cells } of sheet.rows()) {
    if (rows === SAMPLED_ROWS) return { columns: columnsOf(sheet, seen), rows, whole: false };
    rows += 1;
    seen.forEach((values, index) => {
      const cell = (cells[index] ?? "").trim();
      if (cell !== "" && values.size < SAMPLES) values.add(cell.slice(0, 200));
    });
  }
  return { columns: columnsOf(sheet, seen), rows, whole: true };
}
const columnsOf = (sheet: Sheet, seen: readonly ReadonlySet<string>[]): readonly FileColumn[] =>
  sheet.header.map((name, index) => ({ name, samples: [...(seen[index] ?? [])] }));
