import { suggestField } from "../shared/suggest-field.ts";
import type { SuggestedField } from "../shared/new-fields.contract.ts";
import type { SheetRow } from "./sheet.ts";

/** Beyond so many different values a column is judged by those. */
const MOST_VALUES = 200;
const LONGEST_VALUE = 500;

class Column {
  readonly values = new Set<string>();
  hasMore = false;
  filled = 0;
  longest = 0;
  add(cell: string): void {
    this.filled += 1;
    this.longest = Math.max(this.longest, cell.length);
    if (this.hasMore) return;
    const value = cell.slice(0, LONGEST_VALUE);
    if (this.values.size < MOST_VALUES) this.values.add(value);
    else this.hasMore = !this.values.has(value);
  }
}

/** Looks at every row for what the columns without a field would be as fields of their own. */
export class ColumnProfiles {
  readonly #columns: ReadonlyMap<number, Column>;
  readonly #header: readonly string[];
  constructor(header: readonly string[], isAsked: (column: string) => boolean) {
    this.#header = header;
    this.#columns = new Map(
      header.flatMap((name, index) => (isAsked(name) ? [[index, new Column()] as const] : [])),
    );
  }
  add({ cells }: SheetRow): void {
    for (const [index, column] of this.#columns) {
      const cell = (cells[index] ?? "").trim();
      if (cell !== "") column.add(cell);
    }
  }
  suggested(): Readonly<Record<string, SuggestedField>> {
    return Object.fromEntries(
      [...this.#columns].map(([index, { values, ...facts }]) => {
        const title = this.#header[index] ?? "";
        return [title, suggestField({ ...facts, title, values: [...values] })];
      }),
    );
  }
}
