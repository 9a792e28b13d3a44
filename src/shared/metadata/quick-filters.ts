import type { Field } from "./field.ts";

interface Filtered {
  readonly fields: readonly Pick<Field, "name" | "kind">[];
  readonly list: { readonly columns: readonly string[] };
}
/** One of each is enough, of choices two. */
const KINDS: readonly (readonly [kinds: readonly Field["kind"][], most: number])[] = [
  [["stage", "select"], 2],
  [["date", "datetime"], 1],
  [["money"], 1],
  [["boolean"], 1],
];

/**
 * The fields that a list offers to be filtered by at once: whose it is, then, in the order of its columns,
 * where it stands, until when, and how much.
 * @example quickFilters(opportunity) // ["owner", "stage", "close_date", "amount"]
 */
export function quickFilters({ fields, list }: Filtered): readonly string[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const listed = list.columns.flatMap((name) => byName.get(name) ?? []);
  const chosen = KINDS.flatMap(([kinds, most]) =>
    listed.filter(({ kind }) => kinds.includes(kind)).slice(0, most),
  );
  const owner = byName.get("owner");
  return [...(owner?.kind === "person" ? [owner] : []), ...chosen].map(({ name }) => name);
}
