/**
 * What separates cells or rows for some reader, and what it might drop around a cell: a cell with any of it
 * stands in quotation marks.
 */
const NEEDS_QUOTES = /[",;|\t\r\n\v\f\u0085\u2028\u2029]|^[\s\ufeff]|\s$/;
const BLANKS = "[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800]*";
/**
 * Spreadsheets run what begins with one of these, in any width, whatever blanks and invisible signs stand
 * before it.
 */
const FORMULA = `(?:${BLANKS}[=+\\-@＝＋－＠]|[\\t\\r\\n])`;
const HELD = new RegExp(`^'*${FORMULA}`, "u");
const HOLDING = new RegExp(`^'+${FORMULA}`, "u");
/** A negative figure is a number for every reader, and no formula. */
const FIGURE = /^-\d+(\.\d+)?%?$/;

/**
 * An apostrophe in front makes a formula text. Cells that already begin with apostrophes before one get one
 * more, so `unquoteCell` gives back exactly what was there.
 */
export const quoteCell = (text: string): string =>
  HELD.test(text) && !FIGURE.test(text) ? `'${text}` : text;

/** Takes away the apostrophe that `quoteCell` (or a spreadsheet user) put there. */
export const unquoteCell = (text: string): string => (HOLDING.test(text) ? text.slice(1) : text);

const cell = (text: string): string => {
  const held = quoteCell(text);
  return NEEDS_QUOTES.test(held) ? `"${held.replaceAll('"', '""')}"` : held;
};

/**
 * Rows of a CSV file as every reader has them: a text of several lines is one cell, and no cell is a formula.
 * @example csvLines([["a", "x\n=1"]]) // 'a,"x\n=1"\r\n'
 */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
