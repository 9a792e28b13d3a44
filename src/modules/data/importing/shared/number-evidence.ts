import type { DecimalMark } from "./parse-number.ts";
import { numberReadings } from "./parse-number.ts";

/** What the cells of a column say about their decimal mark. */
export interface NumberEvidence {
  /** Cells that only one mark makes a number of. */
  readonly point: number;
  readonly comma: number;
  /** The first cell that either mark makes another number of, by the sign it holds. */
  readonly doubtful?: string;
}
export const NO_NUMBERS: NumberEvidence = { point: 0, comma: 0 };
const isWhole = (text: string): boolean => !text.includes(".");

/**
 * Adds one cell's evidence. Of a whole-number field a reading with decimals is none: "1.200" employees are
 * 1200.
 */
export function weighNumber(evidence: NumberEvidence, cell: string, mustBeWhole: boolean): NumberEvidence {
  // A point that cannot group thousands, the usual case, needs no closer look.
  if (!mustBeWhole && /^-?\d+\.\d+$/.test(cell) && !/^-?[1-9]\d{0,2}\.\d{3}$/.test(cell))
    return { ...evidence, point: evidence.point + 1 };
  const readings = numberReadings(cell);
  if (!readings) return evidence;
  const of = (text: string | undefined): string | undefined =>
    text !== undefined && mustBeWhole && !isWhole(text) ? undefined : text;
  const [point, comma] = [of(readings.point), of(readings.comma)];
  if (point === comma) return evidence;
  if (comma === undefined) return { ...evidence, point: evidence.point + 1 };
  if (point === undefined) return { ...evidence, comma: evidence.comma + 1 };
  return evidence.doubtful === undefined ? { ...evidence, doubtful: cell } : evidence;
}

/**
 * The mark that a column's cells agree on; undefined where none speaks, or where they contradict each other.
 */
export const markOf = ({ point, comma }: NumberEvidence): DecimalMark | undefined =>
  point > 0 && comma === 0 ? "point" : comma > 0 && point === 0 ? "comma" : undefined;

export interface FileMarks {
  /**
   * What separates the file's columns: semicolons are what programs write where the comma stands before
   * decimals.
   */
  readonly delimiter: string | undefined;
  /** Marks that other columns of the file agree on. */
  readonly others: readonly DecimalMark[];
}
/**
 * The mark of a column: its own cells decide, then the file's other columns, then, without semicolons, the
 * usual reading of the sign ("1,200" is 1200, "3.100" is 3.1). "ask" where nothing decides.
 */
export function decideMark(evidence: NumberEvidence, { delimiter, others }: FileMarks): DecimalMark | "ask" {
  const own = markOf(evidence);
  if (own) return own;
  if (evidence.doubtful === undefined) return "point";
  if (evidence.point > 0 && evidence.comma > 0) return "ask";
  const [first] = others;
  if (first && others.every((other) => other === first)) return first;
  return delimiter === ";" ? "ask" : "point";
}
