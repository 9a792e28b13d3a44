import type { Context } from "../kernel/context.ts";
import type { ListRequest } from "./contract.ts";
import type { Position } from "./page-arms.ts";
import type { FoundRow } from "./present.ts";
import { isNameOrder } from "../schema/names.ts";
import type { SortKey } from "./sort-keys.ts";

/** The parts of a request that a cursor belongs to; page size, fields and count may change on the way. */
export const questionOf = (
  { knownAt }: Context,
  { object, filter = "", sort = "", search = "", as_of = "", deleted = false }: ListRequest,
  keys: readonly Pick<SortKey, "sql">[],
): unknown => [
  object,
  filter,
  sort,
  search,
  as_of,
  deleted,
  ...(knownAt === undefined ? [] : [knownAt]),
  // A cursor of earlier versions holds the name itself, which is a place in another order.
  ...(keys.some(({ sql }) => isNameOrder(sql)) ? ["by name"] : []),
];

/** Where a page ended: the keys "_k0", "_k1", … of its last row. */
export function positionOf(keys: readonly unknown[], rows: readonly FoundRow[]): Position {
  const last = rows.at(-1) ?? {};
  const text = (value: unknown): string | null =>
    value === null || value === undefined ? null : String(value);
  return { values: keys.map((_, at) => text(last[`_k${at}`])), id: String(last["id"]) };
}
