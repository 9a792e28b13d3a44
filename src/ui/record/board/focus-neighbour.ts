const CARDS = "[data-record]";

/** Gives the focus to the card beside, above or below; says whether the key asks for one. */
export function focusNeighbour(card: HTMLElement, key: string): boolean {
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (step !== undefined) {
    const column = [...(card.closest("[data-cell]")?.querySelectorAll<HTMLElement>(CARDS) ?? [])];
    column[column.indexOf(card) + step]?.focus();
    return true;
  }
  if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  const here = card.getBoundingClientRect();
  const isAhead = ({ left, right }: DOMRect) =>
    key === "ArrowRight" ? left >= here.right : right <= here.left;
  const ahead = [...document.querySelectorAll<HTMLElement>(CARDS)]
    .map((other) => ({ other, at: other.getBoundingClientRect() }))
    .filter(({ at }) => isAhead(at));
  // The nearest column first, in it the nearest height.
  const far = (at: DOMRect) => Math.abs(at.left - here.left) * 4 + Math.abs(at.top - here.top);
  ahead.toSorted((one, two) => far(one.at) - far(two.at))[0]?.other.focus();
  return true;
}
