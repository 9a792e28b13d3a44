import type { Values } from "../../../shared/metadata/object.ts";
import { idOf } from "../../data/values.ts";
import type { LineEdit } from "./lines-change.ts";

/**
 * The numbers by which lines stand, where some are put before the one at `at`: as few as possible of the
 * others get another one.
 * @example placesFor([{ id: "a", n: 1 }, { id: "b", n: 2 }], "n", 1, [{ id: "c" }]) // c gets 2, b gets 3
 */
export function placesFor(
  rows: readonly Values[],
  order: string | undefined,
  at: number,
  put: readonly Values[],
): readonly LineEdit[] {
  if (order === undefined) return [];
  const edits: LineEdit[] = [];
  const placeOf = (line: Values): number | null => {
    const place = line[order];
    return typeof place === "number" ? place : null;
  };
  // Lines before that have no place yet need one first.
  let last = 0;
  const give = (line: Values, forced: boolean) => {
    const own = placeOf(line);
    if (!forced && own !== null && own > last) {
      last = own;
      return;
    }
    last += 1;
    if (own !== last) edits.push({ id: idOf(line), values: { [order]: last } });
  };
  for (const line of rows.slice(0, at)) give(line, false);
  for (const line of put) give(line, true);
  for (const line of rows.slice(at)) give(line, false);
  return edits;
}
