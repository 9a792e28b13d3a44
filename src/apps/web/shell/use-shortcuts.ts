import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { GO_SHORTCUTS, PAGE_SHORTCUTS } from "./shortcuts.ts";

/** So long the second key is waited for. */
const SECOND_KEY_MS = 1200;

/** Where one types, a key is a letter; in a dialog it is none of the page's. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'input, textarea, select, [contenteditable="true"], [role="dialog"], dialog, [role="menu"]',
  ) !== null;

export interface ShortcutsOptions {
  readonly isOn: boolean;
  readonly onSheet: () => void;
  readonly onSearch: () => void;
}
/** Keys of the whole program: two that go somewhere, one that does what the page offers for it. */
export function useShortcuts({ isOn, onSheet, onSearch }: ShortcutsOptions): void {
  const navigate = useNavigate();
  const first = useRef({ key: "", at: 0 });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
        return;
      if (event.key === "?" && !isTyping(event.target)) return onSheet();
      if (!isOn || isTyping(event.target)) return;
      const { key, at } = first.current;
      const keys = key && event.timeStamp - at < SECOND_KEY_MS ? `${key} ${event.key}` : event.key;
      first.current =
        event.key === "g" && keys === "g" ? { key: "g", at: event.timeStamp } : { key: "", at: 0 };
      const going = GO_SHORTCUTS.find((one) => one.keys === keys);
      if (going?.to) {
        event.preventDefault();
        void navigate(going.to);
      } else if (PAGE_SHORTCUTS.some((one) => one.keys === keys)) {
        event.preventDefault();
        if (!press(keys) && keys === "/") onSearch();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn, onSheet, onSearch, navigate]);
}

/** Clicks or enters what on the page answers to a key, in the page itself before what stands around it. */
function press(keys: string): boolean {
  const all = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${keys}"]`);
  const shown = [...all].filter((one) => one.getClientRects().length > 0);
  const found = shown.find((one) => one.closest("main")) ?? shown[0];
  if (!found) return false;
  if (found.matches("input, textarea")) found.focus();
  else found.click();
  return true;
}
