import { useSyncExternalStore } from "react";
import type { Role } from "./tour/tour-stops.ts";

/** What of the help stands over the page now. */
export interface HelpState {
  /** A page of the guide at the side. */
  readonly panel: { readonly page: string; readonly anchor: string } | null;
  readonly tour: Role | null;
}
const NOTHING: HelpState = { panel: null, tour: null };
let state = NOTHING;
const watchers = new Set<() => void>();
const watch = (tell: () => void) => {
  watchers.add(tell);
  return () => void watchers.delete(tell);
};
export function showHelp(change: Partial<HelpState>): void {
  state = { ...state, ...change };
  for (const tell of watchers) tell();
}
export const openGuide = (page: string, anchor = ""): void => showHelp({ panel: { page, anchor } });
export const useHelpState = (): HelpState => useSyncExternalStore(watch, () => state);
