import { useEffect } from "react";

/** Ctrl+P or ⌘P prints what the page prints, not what is on the screen; null: the browser does as ever. */
export function usePrintKey(print: (() => void) | null): void {
  useEffect(() => {
    if (!print) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() !== "p" || document.querySelector('[aria-modal="true"]')) return;
      event.preventDefault();
      print();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [print]);
}
