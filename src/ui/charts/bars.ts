/** What a bar says by its colour; words stand beside it always. */
export type BarTone = "accent" | "pale" | "won" | "lost";
/** A piece of a bar, in the unit of the chart. */
export interface BarPiece {
  readonly id: string;
  readonly from: number;
  readonly length: number;
  readonly tone: BarTone;
  /** The records of this piece alone. */
  readonly to?: string;
  /** For who cannot see it. */
  readonly said: string;
}
/** One bar, with the figure that stands at its end. */
export interface Bar {
  readonly id: string;
  readonly pieces: readonly BarPiece[];
  readonly figure: string;
  /** Said more quietly beside the figure. */
  readonly note?: string;
}
/** A name with its bars, one below the other. */
export interface BarRow {
  readonly id: string;
  readonly name: string;
  readonly bars: readonly Bar[];
  /** The records of all that stands in the row. */
  readonly to?: string;
  /** All figures of the row, for the pointer and the focus: name and value. */
  readonly facts: readonly (readonly [string, string])[];
}

/** As long as the longest bar reaches. */
export const reachOf = (rows: readonly BarRow[]): number =>
  Math.max(
    0,
    ...rows.flatMap(({ bars }) =>
      bars.flatMap(({ pieces }) => pieces.map(({ from, length }) => from + length)),
    ),
  );
