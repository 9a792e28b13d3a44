import { useSyncExternalStore } from "react";

const QUERY = "(max-width: 720px)";
const watch = (tell: () => void) => {
  const media = matchMedia(QUERY);
  media.addEventListener("change", tell);
  return () => media.removeEventListener("change", tell);
};
/** The screen of a phone. */
export const useIsNarrow = (): boolean => useSyncExternalStore(watch, () => matchMedia(QUERY).matches);
