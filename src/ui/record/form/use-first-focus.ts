import { type RefObject, useEffect } from "react";

const INPUTS = "input:not([disabled]):not([type=hidden]), textarea:not([disabled]), [contenteditable=true]";
/** As long as a form's inputs may be on their way and its dialog is opening. */
const WAIT_MS = 10_000;

/**
 * Puts the cursor into a form's first input. Where the form opens with the page, its inputs come after the
 * dialog, which has by then given the focus to its close button: so it is looked for until an input has it.
 * What its user does meanwhile ends that.
 */
export function useFirstFocus(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const ends = new AbortController();
    const until = performance.now() + WAIT_MS;
    const look = () => {
      const box = form.current;
      if (ends.signal.aborted || performance.now() > until) return;
      const isInside = box?.contains(document.activeElement) && document.activeElement?.matches(INPUTS);
      if (!isInside) box?.querySelector<HTMLElement>(INPUTS)?.focus();
      setTimeout(look, 100);
    };
    look();
    for (const event of ["pointerdown", "keydown"])
      addEventListener(event, () => ends.abort(), { signal: ends.signal, capture: true });
    return () => ends.abort();
  }, [form]);
}
