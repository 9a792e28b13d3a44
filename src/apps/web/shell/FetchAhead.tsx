import { useEffect } from "react";
import { preloadTools } from "../../../ui/kit/app-tools.tsx";
import { preloadOverlays } from "../../../ui/kit/use-overlay.ts";
import { useQuietOnce } from "./use-quiet-once.ts";

/** Once the page has what it needs and nothing happens, what a click may need next is fetched ahead of it. */
export function FetchAhead() {
  const isDue = useQuietOnce();
  useEffect(() => {
    if (!isDue) return undefined;
    // Not every browser has idle callbacks (Safari has none).
    const timer = setTimeout(() => {
      preloadOverlays();
      preloadTools();
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [isDue]);
  return null;
}
const AFTER_MS = 1500;
