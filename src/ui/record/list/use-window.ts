import { type RefObject, useEffect, useState } from "react";

export interface Window {
  readonly first: number;
  readonly last: number;
}
/** Rows by which the window moves at a time: fewer renders while scrolling. */
const STEP = 6;
/** Which of `count` rows of equal height are in sight of the scrolling element, with some to spare. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  offset = 0,
  spare = 8,
): Window {
  const [range, setRange] = useState<Window>({ first: 0, last: 40 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const top = Math.max(0, element.scrollTop - offset);
      const first = Math.max(0, Math.floor((top / height - spare) / STEP) * STEP);
      const last = Math.ceil(((top + element.clientHeight) / height + spare) / STEP) * STEP;
      setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
    };
    const later = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    const watcher = new ResizeObserver(later);
    watcher.observe(element);
    element.addEventListener("scroll", later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      element.removeEventListener("scroll", later);
    };
  }, [box, height, offset, spare, count]);
  return { first: Math.min(range.first, Math.max(0, count - 1)), last: Math.min(range.last, count) };
}
