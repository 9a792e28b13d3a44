/** Of the list of cards that the reader decides about, on the page of their record. */
export const DECISIONS = "decisions";

/** Brings the first of these cards into sight, with the focus in its comment; false where none is on screen. */
export function showDecision(): boolean {
  const card = document.getElementById(DECISIONS);
  card?.scrollIntoView({ block: "nearest" });
  card?.querySelector("input")?.focus({ preventScroll: true });
  return card !== null;
}
