import { createContext, useContext } from "react";
import type { Values } from "../../../shared/metadata/object.ts";

export interface Since {
  readonly day: string;
  /** The records as they stood that day, by id; one that is missing was not there. Null while unknown. */
  readonly before: ReadonlyMap<string, Values> | null;
  /** The records shown are those that are no longer there. */
  readonly gone: boolean;
}
/** What the rows are compared with; null: nothing. */
export const SinceContext = createContext<Since | null>(null);
export const useSince = (): Since | null => useContext(SinceContext);
