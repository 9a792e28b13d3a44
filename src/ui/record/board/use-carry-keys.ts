import { useEffect } from "react";
import { type Cell, cellElement } from "./board-cell.ts";
import type { Moves } from "./use-moves.ts";

const STEPS: Readonly<Record<string, readonly [stage: number, lane: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const stepIn = (names: readonly string[], name: string | undefined, step: number): string | undefined =>
  names[Math.min(Math.max(names.indexOf(name ?? "") + step, 0), names.length - 1)] ?? name;

/**
 * A card that is carried by keys: an arrow is a column or a lane, Enter or Space drops, Esc takes it back. The
 * whole document listens, as the card may be drawn anew meanwhile.
 */
export function useCarryKeys(
  { carried, carryTo, drop }: Moves,
  stages: readonly string[],
  lanes: readonly string[] | undefined,
): void {
  useEffect(() => {
    if (!carried?.byKeys) return undefined;
    const { over, from } = carried;
    const at = over ?? from;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const step = STEPS[event.key];
      if (step) carryTo(stepped(at, step, stages, lanes));
      else if (event.key === "Escape" || event.key === "Tab") drop(null);
      else if ((event.key === "Enter" || event.key === " ") && !event.repeat) drop(at);
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  });
  const over = carried?.byKeys ? carried.over : null;
  useEffect(() => {
    if (over) cellElement(document, over)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [over]);
}

function stepped(
  { stage, lane }: Cell,
  [across, down]: readonly [number, number],
  stages: readonly string[],
  lanes: readonly string[] | undefined,
): Cell {
  const next = stepIn(stages, stage, across) ?? stage;
  return lane === undefined || !lanes
    ? { stage: next }
    : { stage: next, lane: stepIn(lanes, lane, down) ?? lane };
}
