import {
  type Context,
  type Result,
  accept,
  list,
  objectRights,
  readableFields,
} from "../../../../engine/public.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { linkedId } from "../../../../shared/metadata/wire-value.ts";
import { type LineList, lineLists } from "../shared/line-columns.ts";

/** Parents asked for at once. */
const AT_ONCE = 100;
const PAGE = 500;

/** The lists whose lines the caller may read, with the columns that they may. */
export const readableLists = (context: Context, object: CatalogObject): readonly LineList[] =>
  lineLists(object, (name) => context.catalog.object(name)).flatMap((one) => {
    if (
      objectRights(context, one.object).read === "none" ||
      !readableFields(context, object).includes(one.field)
    )
      return [];
    const readable = new Set(readableFields(context, one.object));
    return [{ ...one, columns: one.columns.filter(({ field }) => readable.has(field)) }];
  });

const ofParents = ({ field, object }: LineList, parents: readonly string[]) => ({
  object: object.name,
  filter: `${field.via} in [${parents.map((id) => JSON.stringify(id)).join(", ")}]`,
});
function* chunksOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) yield ids.slice(from, from + AT_ONCE);
}

/** How many lines the records have that a file would hold. */
export async function countLines(
  context: Context,
  lists: readonly LineList[],
  ids: readonly string[],
): Promise<Result<number>> {
  let total = 0;
  for (const one of lists)
    for (const parents of chunksOf(ids)) {
      const counted = await list(context, {
        ...ofParents(one, parents),
        fields: ["id"],
        limit: 1,
        count: "exact",
      });
      if (!counted.ok) return counted;
      total += counted.value.total ?? 0;
    }
  return accept(total);
}

/** The lines of a page of records, by list and parent, in the order in which they were made. */
export async function linesOf(
  context: Context,
  lists: readonly LineList[],
  ids: readonly string[],
): Promise<ReadonlyMap<LineList, ReadonlyMap<string, readonly Values[]>>> {
  const found = new Map<LineList, Map<string, Values[]>>();
  for (const one of lists) {
    const byParent = new Map<string, Values[]>();
    const fields = [...new Set(["id", one.field.via, ...one.columns.map(({ field }) => field.name)])];
    for (const parents of chunksOf(ids))
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await list(context, {
          ...ofParents(one, parents),
          fields,
          sort: "created_at",
          titles: true,
          limit: PAGE,
          ...(cursor ? { cursor } : {}),
        });
        if (!page.ok) throw new Error(`export lines: ${page.refusal.code}`);
        for (const line of page.value.data) put(byParent, linkedId(line[one.field.via]), line);
        cursor = page.value.page.next;
      }
    found.set(one, byParent);
  }
  return found;
}
function put(lines: Map<string, Values[]>, parent: string, line: Values): void {
  const known = lines.get(parent);
  if (known) known.push(line);
  else lines.set(parent, [line]);
}
