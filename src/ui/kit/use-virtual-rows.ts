import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";

export interface VirtualRowsOptions {
  /** What holds the rows; what scrolls is found by `scrolls` from here. */
  readonly list: RefObject<HTMLElement | null>;
  /** A selector of the element around the rows that scrolls. */
  readonly scrolls: string;
  /** Of every row in order: a row keeps its height and its place in the document by it. */
  readonly keys: readonly string[];
  /** A row's height, or what it mostly is where rows are measured. */
  readonly height: number;
  /** What stands above the rows within what scrolls. */
  readonly above?: number;
  /** Rows drawn beyond those in sight, on each side. */
  readonly spare?: number;
}
export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  /** Of all rows together. */
  readonly height: number;
  /** One behind the last row that is drawn. */
  readonly last: number;
  /** The ref of a row of its own height, which also has `data-index`. */
  readonly measure: (row: Element | null) => void;
}

/**
 * Which of many rows are in sight, with some to spare. What scrolls is looked for in the document, not given
 * as a ref: a ref of an element outside is not set yet when the rows are drawn for the first time.
 */
export function useVirtualRows({
  list,
  scrolls,
  keys,
  height,
  above = 0,
  spare = 8,
}: VirtualRowsOptions): VirtualRows {
  const rows = useVirtualizer<HTMLElement, Element>({
    count: keys.length,
    getScrollElement: useCallback(() => list.current?.closest<HTMLElement>(scrolls) ?? null, [list, scrolls]),
    getItemKey: useCallback((place: number) => keys[place] ?? place, [keys]),
    estimateSize: useCallback(() => height, [height]),
    scrollMargin: above,
    overscan: spare,
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  return {
    items,
    height: rows.getTotalSize(),
    last: (items.at(-1)?.index ?? -1) + 1,
    measure: rows.measureElement,
  };
}
