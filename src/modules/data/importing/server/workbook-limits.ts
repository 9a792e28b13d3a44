import { type Context, type Refusal, list, refuse } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { Field } from "../../../../shared/metadata/field.ts";

/** What a sheet of a workbook can hold; a program that opens one with more cuts it or calls it damaged. */
export const WORKBOOK = { cell: 32_767, rows: 1_048_576, columns: 16_384 } as const;

const TEXTS = defineMessages({
  cell_too_long_for_workbook: label(
    "“{title}”的“{column}”有 {count} 个字符，Excel 单元格最多 {max} 个；请导出为 CSV，或不导出此列",
    "“{column}” of “{title}” has {count} characters, but an Excel cell holds at most {max}. Export to CSV or leave the column out",
  ),
  too_many_rows_for_workbook: label(
    "共 {count} 行，Excel 工作表最多 {max} 行（含标题）；请导出为 CSV，或缩小范围",
    "There are {count} rows, but an Excel sheet holds at most {max}, including headings. Export to CSV or narrow the range",
  ),
  too_many_columns_for_workbook: label(
    "共 {count} 列，Excel 工作表最多 {max} 列；请导出为 CSV，或减少列",
    "There are {count} columns, but an Excel sheet holds at most {max}. Export to CSV or use fewer columns",
  ),
});
const refused = (code: keyof typeof TEXTS, params: Readonly<Record<string, string | number>>): Refusal =>
  refuse({ status: 422, code, text: TEXTS[code], params }).refusal;

/** Why so many rows and columns do not fit; null where they do. */
export function tooLarge(rows: number, columns: number): Refusal | null {
  if (rows + 1 > WORKBOOK.rows)
    return refused("too_many_rows_for_workbook", { count: rows, max: WORKBOOK.rows });
  return columns > WORKBOOK.columns
    ? refused("too_many_columns_for_workbook", { count: columns, max: WORKBOOK.columns })
    : null;
}

/** Why a row does not fit; null where it does. */
export function cellTooLong(
  header: readonly string[],
  row: readonly (string | number)[],
  title: string,
): Refusal | null {
  const at = row.findIndex((cell) => typeof cell === "string" && cell.length > WORKBOOK.cell);
  if (at < 0) return null;
  const count = String(row[at]).length;
  return refused("cell_too_long_for_workbook", {
    title: title.slice(0, 80),
    column: header[at] ?? `#${at + 1}`,
    count,
    max: WORKBOOK.cell,
  });
}

/**
 * Fields whose texts may be longer than a cell. A sign may take two places of it, so half of its length is
 * where one has to look.
 */
const mayBeLong = (field: Field): boolean =>
  ["text", "long_text", "rich_text"].includes(field.kind) &&
  ("max_length" in field && field.max_length !== undefined ? field.max_length : 20_000) > WORKBOOK.cell / 2;
/** What is no text of its own, so that the database cannot say how long its cell will be. */
export const isOfUnknownLength = (field: Field): boolean => field.kind === "json";

interface Wanted {
  readonly object: string;
  readonly filter?: string;
  readonly ids?: readonly string[];
  readonly search?: string;
}
/** Ids of the records of an export that have a long text; the database looks for them. */
export async function longTexts(
  context: Context,
  wanted: Wanted,
  fields: readonly Field[],
): Promise<readonly string[]> {
  const long = fields.filter(mayBeLong).map(({ name }) => `LEN(${name}) > ${Math.floor(WORKBOOK.cell / 2)}`);
  if (long.length === 0) return [];
  const filter = [wanted.filter ? `(${wanted.filter})` : "", `(${long.join(" || ")})`]
    .filter((part) => part !== "")
    .join(" && ");
  const { object, ids, search } = wanted;
  const found = await list(context, {
    object,
    fields: ["id"],
    sort: "created_at",
    limit: 500,
    filter,
    ...(ids ? { ids } : {}),
    ...(search ? { search } : {}),
  });
  return found.ok ? found.value.data.map(({ id }) => String(id)) : [];
}

/**
 * A text as a workbook keeps it: what looks like one of its own escapes is escaped itself. @example
 * bookText("_x0041_") // "_x005F_x0041_"
 */
export const bookText = (text: string): string =>
  text.includes("_x") ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_") : text;
