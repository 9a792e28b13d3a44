import type { CellMark } from "../../shared/cell-mark.ts";
import { BrokenFile, LIMITS, type RawRow } from "../sheet.ts";
import { showNumber } from "./cell-text.ts";
import type { NumberFormat } from "./number-format.ts";
import { attribute, richText, unescapeXml } from "./xml.ts";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}
const PLAIN: NumberFormat = { shows: "number" };
const MOST_COLUMNS = 16_384;

/**
 * Cuts a sheet's XML, coming in pieces, into its rows. Whole rows are read at once: nothing waits between two
 * cells.
 */
export class SheetRows {
  readonly #context: SheetContext;
  #left = "";
  #prefix: string | null = null;
  #line = 0;
  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** The rows that the piece completes. */
  *add(piece: string): Generator<RawRow> {
    let text = this.#left + piece;
    if (this.#prefix === null) {
      const root = /<(\w+:)?worksheet[\s>]/.exec(text);
      if (!root) {
        if (text.length > LIMITS.row) throw new BrokenFile("damaged", { row: 0 });
        this.#left = text;
        return;
      }
      this.#prefix = root[1] ?? "";
    }
    const [open, close] = [`<${this.#prefix}row`, `</${this.#prefix}row>`];
    let at = text.indexOf(open);
    for (; at >= 0; at = text.indexOf(open, at)) {
      const head = text.indexOf(">", at);
      if (head < 0) break;
      const isEmpty = text[head - 1] === "/";
      const end = isEmpty ? head + 1 : text.indexOf(close, head);
      if (end < 0) break;
      const row = this.#row(text.slice(at + open.length, head), isEmpty ? "" : text.slice(head + 1, end));
      at = end;
      if (row) yield row;
    }
    text = at < 0 ? text.slice(-open.length) : text.slice(at);
    if (text.length > 4 * LIMITS.row)
      throw new BrokenFile("cell_too_large", { row: this.#line, limit: LIMITS.cell });
    this.#left = text;
  }

  #row(tag: string, xml: string): RawRow | null {
    this.#line = Number(attribute(tag, "r") ?? this.#line + 1) || this.#line + 1;
    const cells: string[] = [];
    let marks: Record<number, CellMark> | undefined;
    const [open, close] = [`<${this.#prefix}c`, `</${this.#prefix}c>`];
    let column = -1;
    for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
      const head = xml.indexOf(">", at);
      if (head < 0) break;
      const tagOfCell = xml.slice(at + open.length, head);
      column = columnOf(tagOfCell) ?? column + 1;
      if (column >= MOST_COLUMNS) throw new BrokenFile("too_many_columns", { limit: LIMITS.columns });
      at = head;
      if (tagOfCell.endsWith("/")) continue;
      const found = xml.indexOf(close, head);
      const end = found < 0 ? xml.length : found;
      at = end;
      const shown = this.#cell(tagOfCell, xml.slice(head + 1, end));
      if (shown.text === "" && !shown.mark?.formula) continue;
      while (cells.length < column) cells.push("");
      cells[column] = shown.text;
      if (shown.mark) (marks ??= {})[column] = shown.mark;
    }
    if (cells.length === 0) return null;
    const isHidden = tag.includes("hidden=") && /^(?:1|true)$/.test(attribute(tag, "hidden") ?? "");
    return { line: this.#line, cells, ...(marks ? { marks } : {}), ...(isHidden ? { hidden: true } : {}) };
  }

  #cell(tag: string, xml: string): { readonly text: string; readonly mark?: CellMark } {
    const type = attribute(tag, "t") ?? "n";
    if (type === "inlineStr") return { text: richText(xml) };
    const value = this.#value(xml);
    if (value === null || (value === "" && type !== "str")) return this.#uncalculated(xml);
    switch (type) {
      case "s":
        return { text: this.#context.strings[Number(value)] ?? "" };
      case "b":
        return { text: value === "1" || value === "true" ? "TRUE" : "FALSE" };
      case "d":
        return { text: value.replace("T", " ").replace(/ 00:00:00(?:\.0+)?$/, "") };
      case "str":
      case "e":
        return { text: unescapeXml(value) };
      default: {
        const style = attribute(tag, "s");
        return showNumber(
          value,
          (style === undefined ? undefined : this.#context.formats[Number(style)]) ?? PLAIN,
          this.#context.is1904,
        );
      }
    }
  }

  #value(xml: string): string | null {
    const tag = `<${this.#prefix}v`;
    const at = xml.indexOf(tag);
    if (at < 0) return null;
    const head = xml.indexOf(">", at);
    const end = xml.indexOf(`</${this.#prefix}v>`, head);
    return head < 0 || end < 0 ? null : xml.slice(head + 1, end);
  }

  /** A formula without a value: some programs write workbooks without calculating them. */
  #uncalculated(xml: string): { readonly text: string; readonly mark?: CellMark } {
    const formula = new RegExp(`<${this.#prefix}f(?:\\s[^>]*)?(?:/>|>([^<]*)<)`).exec(xml);
    return formula ? { text: `=${unescapeXml(formula[1] ?? "")}`, mark: { formula: true } } : { text: "" };
  }
}

/** "AB12" in a cell's tag is column 27; undefined where the cell does not say. */
function columnOf(tag: string): number | undefined {
  const reference = attribute(tag, "r");
  if (!reference) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > MOST_COLUMNS) break;
  }
  return column === 0 ? undefined : column - 1;
}
