import { useCallback, useMemo, useState } from "react";
import { type Block, blockOf, boundsOf, type Place } from "./cell-block.ts";

/** The cell that the keyboard is in, and the block that is chosen from it. */
export function useCursor(rows: number, columns: number) {
  const [held, setBlock] = useState<Block | null>(null);
  // Lines that went take the cursor along to the last one there is.
  const block = useMemo(() => {
    if (!held || rows === 0 || columns === 0) return null;
    const within = ({ row, column }: Place): Place => ({
      row: clamp(row, rows),
      column: clamp(column, columns),
    });
    return { from: within(held.from), to: within(held.to) };
  }, [held, rows, columns]);
  const go = useCallback(
    (to: Place, extending = false) =>
      setBlock((now) => (extending && now ? { from: now.from, to } : blockOf(to))),
    [],
  );
  /** The keyboard comes in: it is in the first cell unless it is somewhere already. */
  const enter = useCallback(() => setBlock((now) => now ?? blockOf({ row: 0, column: 0 })), []);
  return {
    block,
    enter,
    bounds: useMemo(() => (block ? boundsOf(block) : null), [block]),
    go,
    choose: setBlock,
  };
}
export type Cursor = ReturnType<typeof useCursor>;

export const clamp = (place: number, count: number): number => Math.max(0, Math.min(place, count - 1));

/** Where a key leads from a cell; null where it leads nowhere. */
export function placeAfter(
  key: string,
  { row, column }: Place,
  {
    rows,
    columns,
    page,
    far,
  }: { readonly rows: number; readonly columns: number; readonly page: number; readonly far: boolean },
): Place | null {
  const steps: Readonly<Record<string, Place>> = {
    ArrowDown: { row: far ? rows : row + 1, column },
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowRight: { row, column: far ? columns : column + 1 },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? rows : row, column: columns },
  };
  const next = steps[key];
  return next ? { row: clamp(next.row, rows), column: clamp(next.column, columns) } : null;
}
