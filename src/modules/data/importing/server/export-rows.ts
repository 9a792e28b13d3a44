import { type Context, titlesFor } from "../../../../engine/public.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { type FieldColumn, linkTargets } from "../shared/field-columns.ts";
import type { LineList } from "../shared/line-columns.ts";
import { cellOf, type Print } from "./export-cell.ts";
import { linesOf } from "./export-lines.ts";
import type { StageVocabulary } from "./import-targets.ts";
import { livesOf } from "./lives.ts";

/** What rows are printed with. */
export interface Printing {
  readonly context: Context;
  readonly object: CatalogObject;
  readonly columns: readonly FieldColumn[];
  readonly lists: readonly LineList[];
  readonly stages: StageVocabulary | null;
  readonly history: boolean;
  readonly print: Print;
}

/** The rows of each record: one, or one for each of its lines. */
export async function* printedRows(
  printing: Printing,
  source: AsyncIterable<readonly Values[]>,
): AsyncGenerator<(string | number)[]> {
  const { context, object, columns, lists, stages, history, print } = printing;
  const fields = [...new Set(columns.map(({ field }) => field))];
  for await (const page of source) {
    const ids = page.map((record) => String(partOf(anyRecord, record).id));
    const lives = history ? await livesOf(context, object, ids, stages) : null;
    const tags = await tagNames(context, fields, page);
    const lines = await linesOf(context, lists, ids);
    for (const record of page) {
      const id = String(partOf(anyRecord, record).id);
      const own = [
        id,
        ...columns.map((column) => cellOf(column, record, context, print, tags)),
        ...(lives ? [lives.get(id) ?? ""] : []),
      ];
      const most = Math.max(1, ...lists.map((one) => lines.get(one)?.get(id)?.length ?? 0));
      for (let at = 0; at < most; at += 1)
        yield [
          ...own,
          ...lists.flatMap(({ columns: of }, index) =>
            lineCells(of, lines.get(lists[index]!)?.get(id)?.[at], context, print),
          ),
        ];
    }
  }
}

/** A line's id and values; blank where the record has no further one. */
const lineCells = (
  columns: readonly FieldColumn[],
  line: Values | undefined,
  context: Context,
  print: Print,
): readonly (string | number)[] =>
  line
    ? [
        String(partOf(anyRecord, line).id),
        ...columns.map((column) => cellOf(column, line, context, print, new Map())),
      ]
    : ["", ...columns.map(() => "")];

/** The names of the tags of a page, of those that the caller may see. */
async function tagNames(
  context: Context,
  fields: readonly Field[],
  page: readonly Values[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = fields.flatMap((field) => {
    const [target] = field.kind === "tags" ? linkTargets(field, (name) => context.catalog.object(name)) : [];
    return target === undefined
      ? []
      : page.flatMap((record) => idsIn(record[field.name]).map((id) => ({ object: target, id })));
  });
  return wanted.length === 0 ? new Map() : titlesFor(context, wanted);
}
const idsIn = (value: WireValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];
