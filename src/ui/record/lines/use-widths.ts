import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import type { LineColumn } from "./line-columns.ts";

const NUMBER = 46;
const END = 36;

/** How wide columns are: as their kinds ask for, wider where there is room. */
export function useWidths(
  box: RefObject<HTMLDivElement | null>,
  columns: readonly LineColumn[],
  editable: boolean,
): { readonly widths: readonly number[]; readonly width: number } {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const grid = box.current;
    if (!grid) return;
    const measure = () => setRoom(grid.clientWidth);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(grid);
    return () => watch.disconnect();
  }, [box]);
  return useMemo(() => {
    const rest = NUMBER + (editable ? END : 0);
    const least = columns.reduce((sum, { width }) => sum + width, 0);
    const factor = Math.max(1, (room - rest) / Math.max(1, least));
    const widths = columns.map(({ width }) => Math.floor(width * factor));
    return { widths, width: rest + widths.reduce((sum, width) => sum + width, 0) };
  }, [room, columns, editable]);
}
