import { fold } from "../../../../shared/text/fold.ts";
import { squeezeText } from "../shared/squeeze-text.ts";
import { BrokenFile, type RowsHeard, type SheetRow } from "./sheet.ts";

/** A table of a workbook: its titles and the rows under them. */
export interface Table {
  readonly sheet: string;
  readonly header: readonly string[];
  rows(heard?: RowsHeard): AsyncIterable<SheetRow>;
}
/**
 * A sheet whose rows are lines of the documents in another: the column that names the document stands in
 * both.
 */
export interface LinesSheet {
  readonly table: Table;
  /** Where the naming column stands in the documents and in the lines. */
  readonly key: number;
  readonly lineKey: number;
  readonly title: string;
  /** The lines' own columns, as places in their sheet. */
  readonly columns: readonly number[];
}

/** What `lines_sheet` says where no sheet is meant. */
export const NO_SHEET = "-";
/** So many lines are held while the documents are read. */
export const MOST_HELD_LINES = 100_000;
const LOOKED_AT = 30;

const textAt = (row: SheetRow, at: number): string => (row.cells[at] ?? "").trim();

/** The columns that both tables have, those first whose values name each document once. */
async function sharedColumns(
  documents: Table,
  lines: Table,
): Promise<readonly { readonly key: number; readonly lineKey: number }[]> {
  const places = new Map(lines.header.map((title, at) => [squeezeText(title), at] as const));
  const shared = documents.header.flatMap((title, key) => {
    const lineKey = places.get(squeezeText(title));
    return squeezeText(title) === "" || lineKey === undefined
      ? []
      : [{ key, lineKey, names: new Set<string>(), isOnce: true }];
  });
  if (shared.length === 0) return [];
  let count = 0;
  for await (const row of documents.rows()) {
    count += 1;
    for (const one of shared) {
      const text = fold(textAt(row, one.key));
      if (text === "" || one.names.has(text)) one.isOnce = false;
      else if (one.isOnce) one.names.add(text);
    }
    if (count > MOST_HELD_LINES || shared.every(({ isOnce }) => !isOnce)) break;
  }
  let seen = 0;
  for await (const row of lines.rows()) {
    for (const one of shared) if (!one.names.has(fold(textAt(row, one.lineKey)))) one.isOnce = false;
    seen += 1;
    if (seen >= LOOKED_AT) break;
  }
  return seen === 0 ? [] : shared.filter(({ isOnce }) => isOnce);
}

/** The sheet as lines of the documents, where a column names them; undefined where none does. */
export async function asLines(documents: Table, table: Table): Promise<LinesSheet | undefined> {
  const [found] = await sharedColumns(documents, table);
  return found && linesBy(documents, table, found);
}
/** The same by the first column that both have, whatever it holds: for a sheet that was chosen. */
export function asChosenLines(documents: Table, table: Table): LinesSheet | undefined {
  const places = new Map(table.header.map((title, at) => [squeezeText(title), at] as const));
  const key = documents.header.findIndex(
    (title) => squeezeText(title) !== "" && places.has(squeezeText(title)),
  );
  return key < 0
    ? undefined
    : linesBy(documents, table, { key, lineKey: places.get(squeezeText(documents.header[key]!))! });
}
const linesBy = (
  documents: Table,
  table: Table,
  { key, lineKey }: { readonly key: number; readonly lineKey: number },
): LinesSheet => ({
  table,
  key,
  lineKey,
  title: documents.header[key]!,
  columns: table.header.flatMap((_, at) => (at === lineKey ? [] : [at])),
});

/** "明细 · 单价": a line's column among those of the documents. */
export const linesHeader = ({ table, columns }: LinesSheet): readonly string[] =>
  columns.map((at) =>
    table.header[at]!.startsWith(`${table.sheet} · `)
      ? table.header[at]!
      : `${table.sheet} · ${table.header[at]!}`,
  );

/**
 * The documents, each with its lines below it, as one table; lines of documents that the file does not hold
 * come last and name theirs.
 */
export async function* withLines(
  documents: Table,
  lines: LinesSheet,
  heard?: RowsHeard,
): AsyncGenerator<SheetRow> {
  const width = documents.header.length;
  const byName = new Map<string, SheetRow[]>();
  let held = 0;
  for await (const row of lines.table.rows(heard)) {
    held += 1;
    if (held > MOST_HELD_LINES) throw new BrokenFile("too_many_rows", { limit: MOST_HELD_LINES });
    const name = fold(textAt(row, lines.lineKey));
    const known = byName.get(name);
    if (known) known.push(row);
    else byName.set(name, [row]);
  }
  let number = 0;
  const lineRow = (row: SheetRow, isNamed: boolean): SheetRow => {
    const own = Array.from({ length: width }, (_, at) =>
      isNamed && at === lines.key ? (row.cells[lines.lineKey] ?? "") : "",
    );
    const marks = Object.fromEntries(
      lines.columns.flatMap((from, at) =>
        row.marks?.[from] ? [[width + at, row.marks[from]] as const] : [],
      ),
    );
    return {
      ...row,
      number: ++number,
      cells: [...own, ...lines.columns.map((from) => row.cells[from] ?? "")],
      ...(row.marks ? { marks } : {}),
    };
  };
  for await (const row of documents.rows(heard)) {
    yield { ...row, number: ++number };
    const name = fold(textAt(row, lines.key));
    for (const line of byName.get(name) ?? []) yield lineRow(line, false);
    byName.delete(name);
  }
  for (const rows of byName.values()) for (const row of rows) yield lineRow(row, true);
}
