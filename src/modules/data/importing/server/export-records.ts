import type { Readable } from "node:stream";
import {
  type Context,
  type Result,
  accept,
  list,
  readableFields,
  refuse,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { fileMark, takeOut } from "../../../base/identity/public.ts";
import { columnsOfField } from "../shared/field-columns.ts";
import { printCell } from "../shared/print-cell.ts";
import { typedCell } from "../shared/typed-cell.ts";
import { headOf } from "./export-head.ts";
import { readableLists } from "./export-lines.ts";
import { linesBehind, pages, queryOf } from "./export-pages.ts";
import type { ExportRequest } from "./export-request.ts";
import { printedRows } from "./export-rows.ts";
import { bookStream, csvStream } from "./export-streams.ts";
import { loadStages } from "./import-targets.ts";
import { whyUnfit } from "./why-unfit.ts";

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
const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
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

/**
 * A list as a file that imports again without loss: ids beside titles, currencies beside amounts. Its rows
 * are counted against the caller's limits before anything is sent, those of a job once; what is added meanwhile
 * stays out.
 */
export async function exportRecords(
  context: Context,
  request: ExportRequest,
  job: string | null = null,
): Promise<Result<Export>> {
  const object = context.catalog.object(request.object);
  if (!object)
    return refuse({
      status: 404,
      code: "unknown_object",
      text: label("没有这个对象。", "This object does not exist."),
    });
  const fields = chosenFields(context, object, request);
  const first = await list(context, { ...queryOf(request, fields), count: "exact" });
  if (!first.ok) return first;
  const total = first.value.total ?? 0;
  const lists = request.lines ? readableLists(context, object) : [];
  const lines = await linesBehind(context, request, lists, total);
  if (!lines.ok) return lines;
  const columns = fields.flatMap((field) => columnsOfField(field, (name) => context.catalog.object(name)));
  const head = headOf(context, object, columns, lists, request.history);
  const stages = request.history ? ((await loadStages(context.db, context)) ?? null) : null;
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
      ? await whyUnfit(
          printing,
          { request, fields, header: head.header, rows: total + lines.value },
          allPages,
        )
      : null;
  if (unfit) return { ok: false, refusal: unfit };
  const taken = await takeOut(context, total + lines.value, { job });
  if (!taken.ok) return taken;
  const rows = printedRows(printing, allPages());
  const name = `${object.name}-${context.now.slice(0, 10)}.${request.format}`;
  const mark = await fileMark(context);
  const stream =
    request.format === "csv" ? csvStream(head.header, rows) : bookStream(head, rows, mark ?? object.name);
  return accept({ name, type: TYPES[request.format], rows: total, mark, stream });
}
