import { useEffect, useSyncExternalStore } from "react";
import type { IconName } from "./Icon.tsx";

/** Something that can be done with what is shown; the palette offers it first. */
export interface PageCommand {
  readonly key: string;
  readonly icon: IconName;
  readonly text: string;
  /** What it is done with, where that is one of many on the page. */
  readonly about?: string;
  readonly run: () => void;
}

const NONE: readonly PageCommand[] = [];
/** What stands on the page, one over the other: a drawer over its list. */
let offers: readonly (readonly PageCommand[])[] = [];
const watchers = new Set<() => void>();
const offer = (next: typeof offers): void => {
  offers = next;
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
    offer([...offers, commands]);
    return () => offer(offers.filter((one) => one !== commands));
  }, [commands]);
}
export const useOfferedCommands = (): readonly PageCommand[] =>
  useSyncExternalStore(watch, () => offers.at(-1) ?? NONE);
