import { useEffect, useSyncExternalStore } from "react";
import type { IconName } from "./Icon.tsx";

/** Something that can be done with what is shown; the palette offers it first. */
export interface PageCommand {
  readonly key: string;
  readonly icon: IconName;
  readonly text: string;
  readonly run: () => void;
}

const NONE: readonly PageCommand[] = [];
let offered: readonly PageCommand[] = NONE;
const watchers = new Set<() => void>();
const offer = (commands: readonly PageCommand[]): void => {
  offered = commands;
  for (const tell of watchers) tell();
};
const watch = (tell: () => void) => {
  watchers.add(tell);
  return () => void watchers.delete(tell);
};

/** What the page offers while it is shown. `commands` must be the same as long as nothing changes. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  useEffect(() => {
    if (commands.length === 0) return undefined;
    offer(commands);
    return () => offer(NONE);
  }, [commands]);
}
export const useOfferedCommands = (): readonly PageCommand[] => useSyncExternalStore(watch, () => offered);
