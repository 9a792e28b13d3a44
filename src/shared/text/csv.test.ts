import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLines, quoteCell, unquoteCell } from "./csv.ts";

/**
 * RFC 4180 as other programs have it: a lone line feed or return ends a row, too; many readers count other
 * breaks and blanks.
 */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endRow = (): void => {
    rows.at(-1)?.push(cell);
    cell = "";
    rows.push([]);
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") {
      rows.at(-1)?.push(cell);
      cell = "";
    } else if (/[\n\r\v\f\u0085\u2028\u2029]/.test(char)) {
      if (char === "\r" && text.charAt(at + 1) === "\n") at += 1;
      endRow();
    } else cell += char;
  }
  return rows.slice(0, -1);
}
const unit = fc.constantFrom(
  "'",
  '"',
  "=",
  "+",
  "-",
  "@",
  "＝",
  "\t",
  "\n",
  "\r",
  "\v",
  "\f",
  "\u0085",
  "\u2028",
  ",",
  ";",
  " ",
  "\u3000",
  "\u00a0",
  "\ufeff",
  "\u200b",
  "a",
  "1",
  "中",
);
const text = fc.oneof(fc.string({ unit }), fc.string());

test("every reader has as many rows and cells as were written, and the same texts", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1 }), (rows) => {
      expect(rowsOf(csvLines(rows)).map((cells) => cells.map(unquoteCell))).toEqual(rows);
    }),
  );
  expect(csvLines([["ml", "first\n=HYPERLINK(1)"]])).toBe('ml,"first\n=HYPERLINK(1)"\r\n');
});

test("no cell begins a formula, after whatever blank or invisible sign; figures stay figures", () => {
  for (const lead of [
    "",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\ufeff",
    "\u00a0",
    "\u200b",
    "\u3000",
    "\u2060",
    "\u202e",
    "\u0000",
    "\v",
    " \u200b\n",
  ])
    for (const sign of ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
      expect(quoteCell(`${lead}${sign}1+1`).startsWith("'"), JSON.stringify(lead + sign)).toBe(true);
  expect(["-5", "-12.50", "-3%", "a=1", "5", "中文"].map(quoteCell)).toEqual([
    "-5",
    "-12.50",
    "-3%",
    "a=1",
    "5",
    "中文",
  ]);
});

test("unquoting gives back what was there", () => {
  fc.assert(fc.property(text, (cell) => unquoteCell(quoteCell(cell)) === cell));
});
