import { type PointerEvent as ReactPointerEvent, type RefObject, useState } from "react";
import { clamp } from "./use-cursor.ts";

export const ROW = 36;
export const HEAD = 34;

/** A line is carried by its grip: where it would be put down, and the putting down. */
export function useCarryLine(
  box: RefObject<HTMLDivElement | null>,
  rows: number,
  onDrop: (from: number, to: number) => void,
) {
  const [target, setTarget] = useState<number | null>(null);
  const onGrip = (row: number, event: ReactPointerEvent) => {
    const grid = box.current;
    if (!grid || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const gapAt = (y: number): number => {
      const { top } = grid.getBoundingClientRect();
      return clamp(Math.round((y - top - HEAD + grid.scrollTop) / ROW), rows + 1);
    };
    const onMove = (moved: PointerEvent) => {
      setTarget(gapAt(moved.clientY));
      const { top, bottom } = grid.getBoundingClientRect();
      if (moved.clientY > bottom - ROW) grid.scrollTop += ROW / 2;
      else if (moved.clientY < top + HEAD + ROW / 2) grid.scrollTop -= ROW / 2;
    };
    const end = (released: PointerEvent | null) => {
      removeEventListener("pointermove", onMove);
      removeEventListener("pointerup", onUp);
      removeEventListener("pointercancel", onCancel);
      setTarget(null);
      if (released) onDrop(row, gapAt(released.clientY));
    };
    const onUp = (released: PointerEvent) => end(released);
    const onCancel = () => end(null);
    addEventListener("pointermove", onMove);
    addEventListener("pointerup", onUp);
    addEventListener("pointercancel", onCancel);
  };
  return { target, onGrip };
}
