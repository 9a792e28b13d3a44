import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type MouseEvent,
  type ReactElement,
  type SyntheticEvent,
  useEffect,
  useState,
} from "react";

const loadOverlays = () => import("./overlays-of-antd.ts");
/** Fetches what opens over a page ahead of need. */
export const preloadOverlays = (): void => void loadOverlays().catch(() => undefined);

/** What an overlay opens from: one element, such as a button. */
export type OverlayChild = ReactElement<HTMLAttributes<HTMLElement>>;
export interface OverlayState {
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}
const ENTER_MS = 100;

/**
 * Opens an overlay without its being there before: what it opens from stays as it is, stands where it stood
 * and keeps the focus, and the overlay is drawn beside it from the first time on that it opens.
 */
export function useOverlay(child: OverlayChild, by: "click" | "hover", { open, onOpenChange }: OverlayState) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [soon, setSoon] = useState<boolean | null>(null);
  const [ownOpen, setOwnOpen] = useState(false);
  const isOpen = open ?? ownOpen;
  const [isUsed, setUsed] = useState(isOpen);
  if (isOpen && !isUsed) setUsed(true);
  const turn = (next: boolean) => {
    setSoon(null);
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  useEffect(() => {
    if (soon === null) return undefined;
    const timer = setTimeout(() => {
      setSoon(null);
      setOwnOpen(soon);
      onOpenChange?.(soon);
    }, ENTER_MS);
    return () => clearTimeout(timer);
  }, [soon, onOpenChange]);
  const touch = ({ currentTarget }: SyntheticEvent<HTMLElement>) => {
    preloadOverlays();
    setPlace(currentTarget);
  };
  const trigger = cloneElement(
    child,
    by === "click"
      ? clicked(child.props, touch, () => turn(!isOpen))
      : pointedAt(child.props, touch, { turn, turnSoon: setSoon }),
  );
  return { place: isUsed ? place : null, isOpen, turn, trigger };
}

type Own = OverlayChild["props"];
type Touch = (event: SyntheticEvent<HTMLElement>) => void;

const clicked = ({ onClick, onFocus, onMouseEnter }: Own, touch: Touch, toggle: () => void) => ({
  onMouseEnter: (event: MouseEvent<HTMLElement>) => {
    touch(event);
    onMouseEnter?.(event);
  },
  onFocus: (event: FocusEvent<HTMLElement>) => {
    touch(event);
    onFocus?.(event);
  },
  onClick: (event: MouseEvent<HTMLElement>) => {
    touch(event);
    toggle();
    onClick?.(event);
  },
});

/** A finger points at nothing: a hint would open under it, over what was tapped. */
const hovers = (): boolean => !matchMedia("(hover: none)").matches;

interface Turning {
  readonly turn: (open: boolean) => void;
  readonly turnSoon: (open: boolean) => void;
}
const pointedAt = (
  { onMouseEnter, onMouseLeave, onFocus, onBlur }: Own,
  touch: Touch,
  { turn, turnSoon }: Turning,
) => ({
  onMouseEnter: (event: MouseEvent<HTMLElement>) => {
    if (hovers()) {
      touch(event);
      turnSoon(true);
    }
    onMouseEnter?.(event);
  },
  onMouseLeave: (event: MouseEvent<HTMLElement>) => {
    turnSoon(false);
    onMouseLeave?.(event);
  },
  onFocus: (event: FocusEvent<HTMLElement>) => {
    if (hovers()) {
      touch(event);
      turn(true);
    }
    onFocus?.(event);
  },
  onBlur: (event: FocusEvent<HTMLElement>) => {
    turn(false);
    onBlur?.(event);
  },
});
