import { useSyncExternalStore } from "react";

/**
 * Under a thumb, and in windows as narrow as a phone. A low one is a desk's, magnified twice or more: bars above
 * and below would leave half of it.
 */
const QUERY = "(max-width: 720px) and (pointer: coarse), (max-width: 560px) and (min-height: 500px)";
const watch = (tell: () => void) => {
  const media = matchMedia(QUERY);
  media.addEventListener("change", tell);
  return () => media.removeEventListener("change", tell);
};
/** Whether the navigation of a narrow window stands at its foot; else it is a strip at the side. */
export const useHasBottomBar = (): boolean => useSyncExternalStore(watch, () => matchMedia(QUERY).matches);
