import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { scoreByWords } from "./column-score.ts";
import type { FileColumn } from "./file-column.ts";
import { lineField, lineLists } from "./line-columns.ts";
import { planFor } from "./suggested-plan.ts";

const ownTitle = (column: FileColumn): FileColumn =>
  column.isOfLines ? { ...column, name: column.name.slice(column.name.indexOf(" · ") + 3) } : column;

/** Columns that may be of the lines of a document, surest first. */
export function lineColumns(
  object: CatalogObject,
  columns: readonly FileColumn[],
  objectOf: (name: string) => CatalogObject | undefined,
) {
  return lineLists(object, objectOf)
    .flatMap((list) => {
      const fields = [...new Set(list.columns.map(({ field }) => field))];
      return columns.flatMap((column) =>
        fields.map((field) => ({
          column,
          score: scoreByWords(field, ownTitle(column), list.object),
          plan: { ...planFor(field, objectOf), field: lineField(list.field.name, field.name) },
        })),
      );
    })
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score);
}
