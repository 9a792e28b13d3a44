import { useEffect } from "react";
import { idOf } from "../../data/values.ts";
import { cellElement } from "./board-cell.ts";
import type { Moves } from "./use-moves.ts";

const PATIENCE = 5000;

/**
 * A card that was dropped by keys keeps the focus: where it stands now, or, of a narrow column, that column.
 * What the reader turns to meanwhile goes before.
 */
export function useReturnFocus({ landed, moving }: Moves): void {
  const isAsking = moving !== null;
  useEffect(() => {
    if (!landed?.byKeys || isAsking) return undefined;
    const id = idOf(landed.record);
    const { to } = landed;
    const find = (): HTMLElement | null => {
      const cell = to ? cellElement(document, to) : document;
      return (
        cell?.querySelector<HTMLElement>(`[data-record="${id}"]`) ??
        (to && cell instanceof HTMLElement && cell.dataset["narrow"] !== undefined
          ? cell.querySelector("button")
          : null)
      );
    };
    const isFree = () => {
      const active = document.activeElement;
      return !active || active === document.body || active.getAttribute("data-record") === id;
    };
    const watch = new MutationObserver(() => settle());
    const settle = () => {
      const found = find();
      if (found && isFree()) found.focus();
    };
    settle();
    watch.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => watch.disconnect(), PATIENCE);
    const leave = () => watch.disconnect();
    for (const sign of ["pointerdown", "keydown"] as const)
      document.addEventListener(sign, leave, { once: true, capture: true });
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      for (const sign of ["pointerdown", "keydown"] as const)
        document.removeEventListener(sign, leave, { capture: true });
    };
  }, [landed, isAsking]);
}
