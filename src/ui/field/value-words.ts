import { createContext } from "react";
import type { ComponentType } from "react";
import type { Values } from "../../shared/metadata/object.ts";
import type { CellProps } from "./kind-ui.ts";

/** How a module puts the values of one of its JSON fields into words. */
export interface ValueWords {
  readonly object: string;
  readonly field: string;
  readonly Component: ComponentType<CellProps>;
}
export const ValueWordsContext = createContext<readonly ValueWords[]>([]);

/**
 * The record whose values are shown, where a cell gets a part of it only: a line of its log, a former
 * version.
 */
export const ShownRecordContext = createContext<Values | null>(null);
