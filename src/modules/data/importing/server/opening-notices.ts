import type { Chosen } from "./choose-sheet.ts";
import type { Titles } from "./find-titles.ts";
import type { LinesSheet } from "./lines-sheet.ts";
import type { Opened } from "./open-workbook.ts";
import type { OpeningNotice } from "./sheet.ts";

/** What should be told of where in the workbook the table was found. */
export function openingNotices(
  { workbook }: Opened,
  { sheet, merged, head }: Chosen,
  titles: Titles,
): OpeningNotice[] {
  const above = head.filter(({ line }) => line < titles.row).length;
  const hidden = workbook.sheets.filter((one) => one.isHidden && one !== sheet);
  const filled = merged.filter(({ to }) => to > titles.row + titles.rows - 1).length;
  return [
    ...(above > 0 ? [{ code: "rows_above_titles" as const, count: above, params: { row: titles.row } }] : []),
    ...(titles.rows === 2
      ? [{ code: "two_title_rows" as const, count: 2, params: { row: titles.row } }]
      : []),
    ...(hidden.length > 0
      ? [
          {
            code: "hidden_sheets" as const,
            count: hidden.length,
            params: {
              sheets: hidden
                .map(({ name }) => name)
                .join(", ")
                .slice(0, 300),
            },
          },
        ]
      : []),
    ...(filled > 0 ? [{ code: "merged_cells_filled" as const, count: filled }] : []),
  ];
}

/** What should be told of what is read with the table: hidden columns, lines from another sheet. */
export function readingNotices(hidden: readonly string[], lines: LinesSheet | null): OpeningNotice[] {
  return [
    ...(hidden.length > 0
      ? [
          {
            code: "hidden_columns_read" as const,
            count: hidden.length,
            params: { columns: hidden.join(", ").slice(0, 300) },
          },
        ]
      : []),
    ...(lines
      ? [
          {
            code: "lines_sheet" as const,
            count: 1,
            params: { sheet: lines.table.sheet, column: lines.title },
          },
        ]
      : []),
  ];
}
