/** A place on the board: the stage of its column, and its lane where there are lanes. */
export interface Cell {
  readonly stage: string;
  readonly lane?: string | undefined;
}
export const cellId = ({ stage, lane }: Cell): string => (lane === undefined ? stage : `${stage} ${lane}`);
export const isSameCell = (one: Cell, other: Cell): boolean => cellId(one) === cellId(other);

/** What a column or a part of it says of itself to what is dropped there (`useDroppable`). */
interface Told {
  readonly stage?: unknown;
  readonly lane?: unknown;
}
/** The place that something is dragged over. */
export function cellIn(data: Told | undefined): Cell | null {
  if (typeof data?.stage !== "string") return null;
  return typeof data.lane === "string" ? { stage: data.stage, lane: data.lane } : { stage: data.stage };
}

/** Where a place is drawn. */
export const cellElement = (board: ParentNode, cell: Cell): HTMLElement | undefined =>
  [...board.querySelectorAll<HTMLElement>("[data-cell]")].find(
    (element) => element.dataset["cell"] === cellId(cell),
  );
