import { useCallback, useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { idOf } from "../../data/values.ts";

/** Shift selects from the row chosen last. */
export function useRowSelection(
  records: readonly Values[],
  selection: ReadonlySet<string>,
  onSelection: ((selection: ReadonlySet<string>) => void) | null,
) {
  const anchor = useRef<string | null>(null);
  return useCallback(
    (record: Values, on: boolean, range: boolean) => {
      const next = new Set(selection);
      const to = records.indexOf(record);
      const from = range ? records.findIndex((one) => idOf(one) === anchor.current) : -1;
      const rows = from < 0 ? [record] : records.slice(Math.min(from, to), Math.max(from, to) + 1);
      for (const one of rows) {
        if (on) next.add(idOf(one));
        else next.delete(idOf(one));
      }
      anchor.current = idOf(record);
      onSelection?.(next);
    },
    [records, selection, onSelection],
  );
}
