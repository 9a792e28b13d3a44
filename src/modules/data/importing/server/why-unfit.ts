import type { Refusal } from "../../../../engine/public.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { columnTitle } from "../shared/field-columns.ts";
import { onlyThese } from "./export-pages.ts";
import type { ExportRequest } from "./export-request.ts";
import { type Printing, printedRows } from "./export-rows.ts";
import { cellTooLong, isOfUnknownLength, longTexts, tooLarge } from "./workbook-limits.ts";

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
export async function whyUnfit(
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
