import { expect, test } from "vitest";
import { asChosenLines, asLines, linesHeader, type Table, withLines } from "./lines-sheet.ts";
import type { SheetRow } from "./sheet.ts";

const table = (sheet: string, header: readonly string[], ...rows: (readonly string[])[]): Table => ({
  sheet,
  header,
  rows: async function* () {
    for (const [at, cells] of rows.entries()) yield { number: at + 1, line: at + 2, cells };
  },
});
const BOOKS = table("Books", ["No.", "Name", "Note"], ["B-1", "Spring", "x"], ["B-2", "Autumn", "x"]);
const LINES = table(
  "Lines",
  ["no", "Product", "Note"],
  ["B-2", "Pump", ""],
  ["B-1", "Valve", "y"],
  ["b-2", "Pipe", ""],
);

async function joined(documents: Table, lines: Table): Promise<readonly SheetRow[]> {
  const found = await asLines(documents, lines);
  if (!found) throw new Error("the lines belong to no document");
  const rows: SheetRow[] = [];
  for await (const row of withLines(documents, found)) rows.push(row);
  return rows;
}

test("lines stand below the document that their column names, numbered on as one table", async () => {
  expect((await joined(BOOKS, LINES)).map(({ number, cells }) => [number, ...cells])).toEqual([
    [1, "B-1", "Spring", "x"],
    [2, "", "", "", "Valve", "y"],
    [3, "B-2", "Autumn", "x"],
    [4, "", "", "", "Pump", ""],
    [5, "", "", "", "Pipe", ""],
  ]);
});

test("the column that names each document once is the key, not one that says the same of several", async () => {
  const found = await asLines(BOOKS, LINES);
  expect([found?.title, found?.key, found?.lineKey]).toEqual(["No.", 0, 0]);
});

test("a sheet whose names are no document's is none of lines, nor an empty one, nor one without a common column", async () => {
  expect(await asLines(BOOKS, table("Other", ["No."], ["Z-9"]))).toBeUndefined();
  expect(await asLines(BOOKS, table("Empty", ["No."]))).toBeUndefined();
  expect(await asLines(BOOKS, table("Else", ["City"], ["B-1"]))).toBeUndefined();
});

test("a sheet that was chosen is joined by the first common column, whatever it holds", () => {
  const chosen = asChosenLines(BOOKS, table("Other", ["Product", "NOTE"], ["Pump", "nothing"]));
  expect([chosen?.key, chosen?.lineKey, chosen?.columns]).toEqual([2, 1, [0]]);
  expect(asChosenLines(BOOKS, table("Else", ["City"], ["B-1"]))).toBeUndefined();
});

test("titles of lines say of which sheet they are, once", async () => {
  const found = await asLines(BOOKS, { ...LINES, header: ["no", "Lines · Product", "Note"] });
  expect(found && linesHeader(found)).toEqual(["Lines · Product", "Lines · Note"]);
});

test("lines of a document that the file does not hold come last and name it", async () => {
  // Only the first rows are looked at to find the key; those behind them may be strangers.
  const many = Array.from({ length: 30 }, () => ["B-1", "Pump", ""]);
  const rows = await joined(BOOKS, table("Lines", ["No.", "Product", "Note"], ...many, ["B-9", "Lost", ""]));
  expect(rows.at(-1)?.cells).toEqual(["B-9", "", "", "Lost", ""]);
});
