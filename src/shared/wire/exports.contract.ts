import { label } from "../i18n/label.ts";
import { contract, FILE } from "./contract.ts";
import { choice, flag, list, object, optional, text, uuid, type Static } from "./schema.ts";

/** What of an object is to be taken out, and as what. */
const ExportRequest = object({
  object: text({ maxLength: 60 }),
  filter: optional(text({ maxLength: 8000 })),
  /** Only these records. */
  ids: optional(list(text({ pattern: "^[0-9a-fA-F-]{36}$" }), { minItems: 1, maxItems: 10_000 })),
  search: optional(text({ maxLength: 200 })),
  fields: optional(list(text({ maxLength: 80 }), { maxItems: 500 })),
  /**
   * With all that another installation needs to know of each record: its whole history, its stamps, where it
   * came from.
   */
  history: optional(flag()),
  /** With the lines of each record: a row for each line, its record's columns repeated. */
  lines: optional(flag()),
  /** csv unless told. */
  format: optional(choice("csv", "xlsx")),
});
export type ExportRequest = Static<typeof ExportRequest>;

export const exportLater = contract({
  method: "POST",
  path: "/exports/later",
  tag: "imports",
  summary: label("在后台导出；文件保留 24 小时", "Export in the background; the file is kept for a day"),
  description: label(
    "在后台导出很多记录，完成后通知，文件保留 24 小时。",
    "Exports very many records in the background and tells when it is done; the file is kept for a day.",
  ),
  body: ExportRequest,
  status: 202,
  answer: object({ id: uuid() }),
  errors: { unknown_object: 404 },
});

export const exportFile = contract({
  method: "POST",
  path: "/exports",
  tag: "imports",
  summary: label("导出为文件", "Export to a file"),
  description: label(
    "把列表导出为 CSV 或 Excel，权限与列表相同，计入导出限额。",
    "A list as CSV or Excel, under the same rights; counts towards the export limits.",
  ),
  body: ExportRequest,
  answer: FILE,
  errors: { unknown_object: 404 },
});
