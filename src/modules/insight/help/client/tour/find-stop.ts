/** The first of these that can be seen on the page. */
export function findSeen(selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors)
    for (const found of document.querySelectorAll<HTMLElement>(selector))
      if (found.getClientRects().length > 0) return found;
  return null;
}

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}
const GAP = 12;
const EDGE = 8;

/** Where the card stands: under what it speaks of, over it where there is no room, else in the middle. */
export function besideBox(
  box: Box | null,
  card: { readonly width: number; readonly height: number },
  screen: { readonly width: number; readonly height: number },
): { readonly top: number; readonly left: number } {
  const left = (wanted: number) => Math.max(EDGE, Math.min(wanted, screen.width - card.width - EDGE));
  if (!box) return { top: (screen.height - card.height) / 2, left: left((screen.width - card.width) / 2) };
  const under = box.top + box.height + GAP;
  if (under + card.height + EDGE <= screen.height) return { top: under, left: left(box.left) };
  const over = box.top - GAP - card.height;
  if (over >= EDGE) return { top: over, left: left(box.left) };
  return { top: Math.max(EDGE, (screen.height - card.height) / 2), left: left(box.left + box.width + GAP) };
}
