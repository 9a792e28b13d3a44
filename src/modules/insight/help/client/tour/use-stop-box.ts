import { type RefObject, useEffect, useState } from "react";
import { type Box, findSeen } from "./find-stop.ts";

const PAUSE_MS = 150;
const AROUND = 6;
interface Measured {
  readonly box: Box | null;
  readonly card: { readonly width: number; readonly height: number };
  readonly screen: { readonly width: number; readonly height: number };
}
const NOTHING: Measured = {
  box: null,
  card: { width: 340, height: 180 },
  screen: { width: 1280, height: 800 },
};

/** Where what a stop speaks of stands, measured again and again: pages load, scroll and turn meanwhile. */
export function useStopBox(selectors: readonly string[], card: RefObject<HTMLElement | null>): Measured {
  const [measured, setMeasured] = useState(NOTHING);
  useEffect(() => {
    let isFirst = true;
    const measure = () => {
      const found = findSeen(selectors);
      if (found && isFirst) {
        isFirst = false;
        found.scrollIntoView({ block: "nearest" });
      }
      const now = measureNow(found, card.current);
      setMeasured((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    measure();
    const timer = setInterval(measure, PAUSE_MS);
    return () => clearInterval(timer);
  }, [selectors, card]);
  return measured;
}

/** Around it, and within the screen, so that all four edges are seen. */
function lightOf(rect: DOMRect): Box {
  const [top, left] = [Math.max(2, rect.top - AROUND), Math.max(2, rect.left - AROUND)];
  const right = Math.min(window.innerWidth - 2, rect.right + AROUND);
  const bottom = Math.min(window.innerHeight - 2, rect.bottom + AROUND);
  return { top, left, width: right - left, height: bottom - top };
}

function measureNow(found: HTMLElement | null, card: HTMLElement | null): Measured {
  const rect = found?.getBoundingClientRect();
  return {
    box: rect ? lightOf(rect) : null,
    card: {
      width: card?.offsetWidth ?? NOTHING.card.width,
      height: card?.offsetHeight ?? NOTHING.card.height,
    },
    screen: { width: window.innerWidth, height: window.innerHeight },
  };
}
