import { Readable } from "node:stream";
import { type Context, type Result, accept, list } from "../../../../engine/public.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { LineList } from "../shared/line-columns.ts";
import { countLines } from "./export-lines.ts";
import type { ExportRequest } from "./export-request.ts";

const PAGE = 500;
/** What is asked of the database for a page of an export. */
export const queryOf = ({ object, filter, ids, search }: ExportRequest, fields: readonly Field[]) => ({
  object,
  fields: ["id", ...fields.map(({ name }) => name)],
  sort: "created_at",
  titles: true,
  limit: PAGE,
  ...(filter ? { filter } : {}),
  ...(ids ? { ids } : {}),
  ...(search ? { search } : {}),
});

/** The first page, already read, and those behind it: so many records altogether. */
export async function* pages(
  context: Context,
  request: ExportRequest,
  fields: readonly Field[],
  first: readonly Values[],
  next: string | null,
  total: number,
): AsyncGenerator<readonly Values[]> {
  yield first;
  let left = total - first.length;
  for (let cursor = next; cursor !== null && left > 0;) {
    const page = await list(context, { ...queryOf(request, fields), cursor });
    if (!page.ok) throw new Error(`export page: ${page.refusal.code}`);
    yield page.value.data.slice(0, left);
    left -= page.value.data.length;
    cursor = page.value.page.next;
  }
}

/** Only the records that the request names. */
export async function onlyThese(
  context: Context,
  request: ExportRequest,
  fields: readonly Field[],
): Promise<AsyncIterable<readonly Values[]>> {
  const first = await list(context, queryOf(request, fields));
  return first.ok ? pages(context, request, fields, first.value.data, null, 0) : Readable.from([]);
}

/** How many lines go along. */
export async function linesBehind(
  context: Context,
  request: ExportRequest,
  lists: readonly LineList[],
  total: number,
): Promise<Result<number>> {
  let count = 0;
  let left = lists.length === 0 ? 0 : total;
  for (let cursor: string | null = ""; cursor !== null && left > 0;) {
    const page: Awaited<ReturnType<typeof list>> = await list(context, {
      ...queryOf(request, []),
      ...(cursor ? { cursor } : {}),
    });
    if (!page.ok) return page;
    const counted = await countLines(
      context,
      lists,
      page.value.data.map(({ id }) => String(id)),
    );
    if (!counted.ok) return counted;
    count += counted.value;
    left -= page.value.data.length;
    cursor = page.value.page.next;
  }
  return accept(count);
}
