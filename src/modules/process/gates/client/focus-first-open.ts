/** The cursor goes to what is still open, so that nobody has to look for it. */
export function focusFirstOpen(list: HTMLElement | null): void {
  const item = list?.querySelector<HTMLElement>('[data-part="gate-item"][data-state="open"]');
  const input = item?.querySelector<HTMLElement>("input:not([hidden]):not([disabled]), textarea, button");
  (input ?? item)?.focus();
  item?.scrollIntoView({ block: "nearest" });
}
