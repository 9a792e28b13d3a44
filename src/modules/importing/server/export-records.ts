import { Readable } from "node:stream";
import { writeXlsxStream } from "hucre/xlsx";
import type { Context } from "../../../engine/context.ts";
import { readableFields } from "../../../engine/access/rights-of.ts";
import { titlesFor } from "../../../engine/changes/titles-for.ts";
import { list } from "../../../engine/query/list.ts";
import { accept, refuse, type Refusal, type Result } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import type { Field } from "../../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../../shared/metadata/object.ts";
import { fileMark, takeOut } from "../../identity/server/public.ts";
import {
  columnsOfField,
  columnTitle,
  type FieldColumn,
  ID_TITLES,
  linkTargets,
} from "../shared/field-columns.ts";
import { lineIdTitle, type LineList, lineTitle } from "../shared/line-columns.ts";
import { LIFE_TITLES } from "../shared/told-life.ts";
import { partOf, printCell } from "../shared/print-cell.ts";
import { formatOf, typedCell } from "../shared/typed-cell.ts";
import { csvLines } from "../../../shared/text/csv.ts";
import { BOM } from "./errors-csv.ts";
import { countLines, linesOf, readableLists } from "./export-lines.ts";
import type { LoadStages, StageVocabulary } from "./import-targets.ts";
import { livesOf } from "./lives.ts";
import { bookText, cellTooLong, isOfUnknownLength, longTexts, tooLarge } from "./workbook-limits.ts";

export interface ExportRequest {
  readonly object: string;
  readonly filter?: string;
  /** Only these records. */
  readonly ids?: readonly string[];
  readonly search?: string;
  readonly fields?: readonly string[];
  readonly format: "csv" | "xlsx";
  /**
   * With all that another installation needs to know of each record: its whole history, its stamps, where it
   * came from.
   */
  readonly history?: boolean;
  /** With the lines of each record: a row for each line, its record's columns repeated. */
  readonly lines?: boolean;
}
export interface Export {
  readonly name: string;
  readonly type: string;
  readonly stream: Readable;
  readonly rows: number;
  /**
   * Who takes it out and when, where the company wants its files marked: in the name of the file and of its
   * sheet, where an import does not look.
   */
  readonly mark: string | null;
}
const PAGE = 500;
const LEFT_OUT = ["version", "created_by", "updated_at", "updated_by", "source_system"];
/** What of it goes along with a history. */
const TOLD = ["created_by", "updated_at", "updated_by", "source_system"];

/** The fields asked for, else all that the caller may read and a file can hold. */
function chosenFields(
  context: Context,
  object: CatalogObject,
  { fields: wanted, history = false }: ExportRequest,
): readonly Field[] {
  const readable = readableFields(context, object).filter(
    (field) => field.kind !== "children" && field.name !== "id",
  );
  const isUsual = ({ name, internal }: Field): boolean =>
    !LEFT_OUT.includes(name) && (!internal || name === "external_id");
  if (!wanted || history)
    return readable.filter((field) => isUsual(field) || (history && TOLD.includes(field.name)));
  return wanted.flatMap((name) => readable.filter((field) => field.name === name));
}

type Print = typeof printCell | typeof typedCell;
/** `print` makes texts for a CSV, numbers and days for a workbook. */
function cellOf(
  { field, shows }: FieldColumn,
  record: Values,
  context: Context,
  print: Print,
  tags: ReadonlyMap<string, string>,
): string | number {
  const value = record[field.name] ?? null;
  if (value === null) return "";
  if (shows === "currency") return String(partOf(value, "currency") ?? "");
  if (shows === "id") return Array.isArray(value) ? value.map(linkId).join("; ") : linkId(value);
  if (field.kind === "tags")
    return Array.isArray(value) ? value.map((id) => tags.get(String(id)) ?? String(id)).join("; ") : "";
  if (["link", "person", "department"].includes(field.kind))
    return String(partOf(record["titles"] ?? null, field.name) ?? "");
  if (field.kind === "links") return titlesIn(partOf(record["titles"] ?? null, field.name));
  return print(field, value, { zone: context.company.zone, language: context.language });
}
/** Of several links the titles that the caller may see. */
const titlesIn = (titles: WireValue): string =>
  Array.isArray(titles) ? titles.filter((title) => typeof title === "string").join("; ") : "";
/** A link of several targets says which: "account:…". */
const linkId = (value: WireValue): string =>
  typeof value === "object"
    ? `${String(partOf(value, "object"))}:${String(partOf(value, "id"))}`
    : String(value);

async function* pages(
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
const queryOf = ({ object, filter, ids, search }: ExportRequest, fields: readonly Field[]) => ({
  object,
  fields: ["id", ...fields.map(({ name }) => name)],
  sort: "created_at",
  titles: true,
  limit: PAGE,
  ...(filter ? { filter } : {}),
  ...(ids ? { ids } : {}),
  ...(search ? { search } : {}),
});

/**
 * A list as a file that imports again without loss: ids beside titles, currencies beside amounts. Its rows
 * are counted against the caller's limits before anything is sent; what is added meanwhile stays out.
 */
export async function exportRecords(
  context: Context,
  request: ExportRequest,
  loadStages?: LoadStages,
): Promise<Result<Export>> {
  const object = context.catalog.object(request.object);
  if (!object)
    return refuse({
      status: 404,
      code: "unknown_object",
      text: label("没有这个对象", "There is no such object"),
    });
  const fields = chosenFields(context, object, request);
  const first = await list(context, { ...queryOf(request, fields), count: "exact" });
  if (!first.ok) return first;
  const total = first.value.total ?? 0;
  const lists = request.lines ? readableLists(context, object) : [];
  const lines = await linesBehind(context, request, lists, total);
  if (!lines.ok) return lines;
  const columns = fields.flatMap((field) => columnsOfField(field, (name) => context.catalog.object(name)));
  const spoken = context.language === "en" ? 1 : 0;
  const header = [
    ID_TITLES[spoken],
    ...columns.map((column) => columnTitle(column, object, context.language)),
    ...(request.history ? [LIFE_TITLES[spoken]] : []),
    ...lists.flatMap((one) => [
      lineIdTitle(one, context.language),
      ...one.columns.map((column) => lineTitle(one, column, context.language)),
    ]),
  ];
  const shown = [
    undefined,
    ...columns,
    ...(request.history ? [undefined] : []),
    ...lists.flatMap((one) => [undefined, ...one.columns]),
  ];
  const stages = request.history && loadStages ? await loadStages(context.db, context) : null;
  const allPages = () => pages(context, request, fields, first.value.data, first.value.page.next, total);
  const printing = {
    context,
    object,
    columns,
    lists,
    stages,
    history: request.history === true,
    print: request.format === "xlsx" ? typedCell : printCell,
  };
  const unfit =
    request.format === "xlsx"
      ? await whyUnfit(printing, { request, fields, header, rows: total + lines.value }, allPages)
      : null;
  if (unfit) return { ok: false, refusal: unfit };
  const taken = await takeOut(context, total + lines.value);
  if (!taken.ok) return taken;
  const rows = printedRows(printing, allPages());
  const name = `${object.name}-${context.now.slice(0, 10)}.${request.format}`;
  const mark = await fileMark(context);
  if (request.format === "csv")
    return accept({
      name,
      type: "text/csv; charset=utf-8",
      rows: total,
      mark,
      stream: Readable.from(csv(header, rows)),
    });
  const book = writeXlsxStream(bookRows(rows, header), {
    name: (mark ?? object.name).slice(0, 31),
    columns: header.map((title, at) => bookColumn(bookText(title), shown[at])),
    freezePane: { rows: 1 },
  });
  return accept({
    name,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    rows: total,
    mark,
    stream: Readable.from(chunks(book)),
  });
}

interface Fitting {
  readonly request: ExportRequest;
  readonly fields: readonly Field[];
  readonly header: readonly string[];
  readonly rows: number;
}
/**
 * Why a workbook cannot hold it, found out before anything is sent. Histories have to be made once to know;
 * of texts the database says which are long.
 */
async function whyUnfit(
  printing: Printing,
  { request, fields, header, rows }: Fitting,
  all: () => AsyncIterable<readonly Values[]>,
): Promise<Refusal | null> {
  const { context, object, lists, history } = printing;
  const large = tooLarge(rows, header.length);
  if (large) return large;
  const lineFields = lists.flatMap((one) => one.columns.map(({ field }) => field));
  const mustMakeAll = history || [...fields, ...lineFields].some(isOfUnknownLength) || lists.length > 0;
  const ids = mustMakeAll ? [] : await longTexts(context, request, fields);
  if (!mustMakeAll && ids.length === 0) return null;
  const source = mustMakeAll
    ? all()
    : await onlyThese(context, { object: object.name, ids, format: "xlsx" }, fields);
  const title = header.indexOf(
    columnTitle(
      { field: object.byName[object.title]!, shows: "value", plan: { field: object.title } },
      object,
      context.language,
    ),
  );
  for await (const row of printedRows(printing, source)) {
    const long = cellTooLong(header, row, String(row[title] ?? row[0] ?? ""));
    if (long) return long;
  }
  return null;
}
async function onlyThese(
  context: Context,
  request: ExportRequest,
  fields: readonly Field[],
): Promise<AsyncIterable<readonly Values[]>> {
  const first = await list(context, queryOf(request, fields));
  return first.ok ? pages(context, request, fields, first.value.data, null, 0) : Readable.from([]);
}

/**
 * Rows as a workbook keeps them. A text that has grown too long since it was looked at breaks the file off:
 * it is never cut.
 */
async function* bookRows(
  rows: AsyncIterable<(string | number)[]>,
  header: readonly string[],
): AsyncGenerator<(string | number)[]> {
  for await (const row of rows) {
    if (cellTooLong(header, row, ""))
      throw new Error("a text has grown longer than a cell of a workbook while it was exported");
    yield row.map((cell) => (typeof cell === "string" ? bookText(cell) : cell));
  }
}

interface Printing {
  readonly context: Context;
  readonly object: CatalogObject;
  readonly columns: readonly FieldColumn[];
  readonly lists: readonly LineList[];
  readonly stages: StageVocabulary | null;
  readonly history: boolean;
  readonly print: Print;
}
async function* printedRows(
  printing: Printing,
  source: AsyncIterable<readonly Values[]>,
): AsyncGenerator<(string | number)[]> {
  const { context, object, columns, lists, stages, history, print } = printing;
  const fields = [...new Set(columns.map(({ field }) => field))];
  for await (const page of source) {
    const ids = page.map(({ id }) => String(id));
    const lives = history ? await livesOf(context, object, ids, stages) : null;
    const tags = await tagNames(context, fields, page);
    const lines = await linesOf(context, lists, ids);
    for (const record of page) {
      const id = String(record["id"]);
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
    ? [String(line["id"]), ...columns.map((column) => cellOf(column, line, context, print, new Map()))]
    : ["", ...columns.map(() => "")];

/** How many lines go along. */
async function linesBehind(
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

/** Its title, and the format of its numbers. */
function bookColumn(title: string, column: FieldColumn | undefined): { header: string; numFmt?: string } {
  const format = column?.shows === "value" ? formatOf(column.field) : undefined;
  return format ? { header: title, numFmt: format } : { header: title };
}

async function* csv(
  header: readonly string[],
  rows: AsyncIterable<(string | number)[]>,
): AsyncGenerator<string> {
  let lines: string[][] = [[...header]];
  let mark = BOM;
  for await (const row of rows) {
    lines.push(row.map(String));
    if (lines.length < 200) continue;
    yield mark + csvLines(lines);
    [lines, mark] = [[], ""];
  }
  if (lines.length > 0) yield mark + csvLines(lines);
}
async function* chunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}
