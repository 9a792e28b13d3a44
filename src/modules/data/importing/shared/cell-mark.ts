/** What a workbook knows of a cell beside the text it shows. */
export interface CellMark {
  /**
   * The text is a number of the file itself: its decimal mark is a point, whatever the column's texts use.
   */
  readonly number?: true;
  /** The number behind a text that the format makes of it: "42" behind D-0042. */
  readonly value?: string;
  /** The currency its number format names. */
  readonly currency?: string;
  /** The unit its number format shows behind the number: "10000" for 13.5 shown as 13.5万. */
  readonly factor?: string;
  /** A formula that no program has calculated yet: what it would show is not in the file. */
  readonly formula?: true;
}
/** By column index; most cells have none. */
export type CellMarks = Readonly<Record<number, CellMark>>;
