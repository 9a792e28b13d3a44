import { label, type Language } from "../../../../shared/i18n/label.ts";
import { defineMessages, say } from "../../../../shared/i18n/messages.ts";
import { isErrorValue } from "../shared/error-values.ts";
import type { FileNotice, NoticeCode, Place } from "../shared/reading.contract.ts";
import type { OpeningNotice, SheetRow } from "./sheet.ts";

const TEXTS: Readonly<Record<NoticeCode, ReturnType<typeof label>>> = defineMessages({
  damaged_text: label(
    "{count} 个单元格中有损坏的字符，已用 � 代替",
    "{count} {count|cell has|cells have} damaged characters, replaced by �",
  ),
  rows_above_titles: label(
    "列标题在第 {row} 行，其上 {count} 行不导入",
    "The headings are in row {row}; {count} {count|row|rows} above {count|is|are} skipped",
  ),
  two_title_rows: label("列标题占第 {row} 行和下一行", "The headings take up row {row} and the next"),
  hidden_rows_read: label(
    "{count} 行在表格中是隐藏的，也会导入",
    "{count} {count|row is|rows are} hidden in the sheet and will be imported too",
  ),
  hidden_rows_skipped: label(
    "{count} 行在表格中是隐藏的，不导入",
    "{count} {count|row is|rows are} hidden in the sheet and skipped",
  ),
  hidden_columns_read: label(
    "{count} 列在表格中是隐藏的，也会读取：{columns}",
    "{count} {count|column is|columns are} hidden in the sheet but will still be read: {columns}",
  ),
  hidden_sheets: label("另有隐藏的工作表：{sheets}", "There are also hidden sheets: {sheets}"),
  total_rows_read: label(
    "{count} 行看起来是合计（如第 {row} 行），也会导入",
    "{count} {count|row looks|rows look} like totals (e.g. row {row}) and will be imported too",
  ),
  total_rows_skipped: label(
    "{count} 行是合计或合计之后的说明（如第 {row} 行），不导入",
    "{count} {count|row is a total|rows are totals} or notes after one (e.g. row {row}) and {count|is|are} skipped",
  ),
  columns_left_out: label(
    "{count} 列没有对应字段，不导入：{columns}",
    "{count} {count|column has|columns have} no matching field and {count|is|are} not imported: {columns}",
  ),
  lines_sheet: label(
    "工作表“{sheet}”中的行按“{column}”归入各单据，作为明细",
    "Rows in the sheet “{sheet}” are read as lines of the documents, matched by “{column}”",
  ),
  small_percents: label(
    "“{column}”中多数是整数百分比，{count} 个小于 1 的数字（如 {cell}）按 {cell}% 读取",
    "“{column}” mostly has whole percentages; {count} {count|number|numbers} below 1 (e.g. {cell}) {count|is|are} read as {cell}%",
  ),
  error_cells: label(
    "{count} 个单元格显示错误值（如 {cell}），按空值处理",
    "{count} {count|cell shows|cells show} an error (e.g. {cell}) and {count|is|are} treated as empty",
  ),
  formulas_without_value: label(
    "{count} 个公式的结果没有保存在文件中，请用 Excel 打开并保存后再导入",
    "The results of {count} {count|formula are|formulas are} not stored in the file. Open it in Excel, save it and import again",
  ),
  merged_cells_filled: label(
    "{count} 处跨行合并的单元格，每一行都取合并区域的值",
    "{count} merged {count|cell|cells}: each row gets the value of the merged area",
  ),
  shortened_numbers: label(
    "{count} 个单元格是被表格软件缩短的长数字（如 {cell}），末尾的数字可能已丢失",
    "{count} {count|cell has|cells have} a long number shortened by the spreadsheet (e.g. {cell}); its last digits may be lost",
  ),
  rounded_numbers: label(
    "“{column}”中有 {count} 个数字的小数位数超过字段允许的位数（如 {cell}），将四舍五入",
    "“{column}” has {count} {count|number|numbers} with more decimal places than the field stores (e.g. {cell}); {count|it|they} will be rounded",
  ),
  titles_again: label(
    "列标题在文件中重复出现 {count} 次（如第 {row} 行），已跳过",
    "The headings are repeated {count} {count|time|times} (e.g. row {row}) and skipped",
  ),
  second_table: label(
    "第 {row} 行起是另一张表（有自己的列标题），没有读取；请另存为单独的文件导入",
    "Another table with its own headings starts in row {row}; it was not read. Save it as a separate file to import it",
  ),
  unit_of_title: label(
    "“{column}”按列标题中的单位 {unit} 读取",
    "“{column}” is read in the unit given in its heading, {unit}",
  ),
});
const MOST_PLACES = 20;
const MOST_NAMED = 12;
const DAMAGE = "\ufffd";
/** "1.38E+10" and the like, which is how spreadsheets write out numbers of more than eleven digits. */
const SHORTENED = /^\d(?:\.\d+)?E\+\d{2,3}$/i;

interface Noted {
  count: number;
  params: Readonly<Record<string, string | number>>;
  readonly places: Place[];
}

export interface NoticeOptions {
  readonly header: readonly string[];
  /** Columns that are imported; null: it is not known yet. */
  readonly columns?: ReadonlySet<number> | null;
  /** Those whose texts are kept as they stand. */
  readonly texts?: ReadonlySet<number>;
  readonly readHidden?: boolean;
}
/** Gathers what should be told of a file, by kind, with the first few places of each. */
export class NoticeBook {
  readonly #noted = new Map<NoticeCode, Noted>();
  readonly #header: readonly string[];
  readonly #columns: ReadonlySet<number> | null;
  readonly #texts: ReadonlySet<number>;
  readonly #leftOut = new Set<number>();
  readonly readHidden: boolean;
  constructor({ header, columns = null, texts = new Set(), readHidden = true }: NoticeOptions) {
    this.#header = header;
    this.#columns = columns;
    this.#texts = texts;
    this.readHidden = readHidden;
  }

  /** A row that the sheet hides; `readHidden` says whether it is imported all the same. */
  readonly onHidden = (): void =>
    this.tell({ code: this.readHidden ? "hidden_rows_read" : "hidden_rows_skipped", count: 1 });

  tell({ code, count, params = {} }: OpeningNotice): void {
    const known = this.#noted.get(code);
    if (known) known.count += count;
    else this.#noted.set(code, { count, params, places: [] });
  }

  add(row: SheetRow): void {
    const { cells, marks } = row;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]!;
      if (cell === "") continue;
      if (cell.includes(DAMAGE)) this.#note("damaged_text", row, column);
      if (this.#columns && !this.#columns.has(column)) {
        this.#leftOut.add(column);
        continue;
      }
      if (marks?.[column]?.formula) this.#note("formulas_without_value", row, column);
      else if (cell.startsWith("#") && isErrorValue(cell)) this.#note("error_cells", row, column);
      else if (
        this.#texts.has(column) &&
        (SHORTENED.test(cell) || (marks?.[column]?.number && cell.length >= 16 && /^\d{15}0+$/.test(cell)))
      )
        this.#note("shortened_numbers", row, column);
    }
  }

  #note(code: NoticeCode, { number, line = number, cells }: SheetRow, column: number): void {
    const cell = (cells[column] ?? "").slice(0, 80);
    const noted = this.#noted.get(code) ?? { count: 0, params: { cell }, places: [] };
    this.#noted.set(code, noted);
    noted.count += 1;
    if (noted.places.length < MOST_PLACES)
      noted.places.push({ row: number, line, column: this.#header[column] ?? `#${column + 1}`, cell });
  }

  inWords(language: Language): readonly FileNotice[] {
    const left = [...this.#leftOut]
      .toSorted((a, b) => a - b)
      .map((column) => this.#header[column] ?? `#${column + 1}`);
    const shown =
      left.slice(0, MOST_NAMED).join(language === "en" ? ", " : "、") +
      (left.length > MOST_NAMED ? " …" : "");
    if (left.length > 0)
      this.#noted.set("columns_left_out", { count: left.length, params: { columns: shown }, places: [] });
    return [...this.#noted].map(([code, { count, params, places }]) => ({
      code,
      message: say(TEXTS[code], language, { count, ...params }),
      count,
      places,
    }));
  }
}
