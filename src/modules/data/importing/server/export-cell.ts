import type { Context } from "../../../../engine/public.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { FieldColumn } from "../shared/field-columns.ts";
import { partOf, type printCell } from "../shared/print-cell.ts";
import type { typedCell } from "../shared/typed-cell.ts";

/** How a value becomes a cell. */
export type Print = typeof printCell | typeof typedCell;
/** The cell of a record in one column. `print` makes texts for a CSV, numbers and days for a workbook. */
export function cellOf(
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
