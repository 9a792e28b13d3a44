import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { scoreOf } from "./column-score.ts";
import type { FileColumn, NamesHere } from "./file-column.ts";
import { isImportable } from "./importable-field.ts";
import { lineColumns } from "./line-suggestions.ts";
import { namedAs } from "./named-as.ts";
import { planFor } from "./suggested-plan.ts";
import { type Suggestion, Suggestions } from "./suggestions.ts";
import { takeOwnTitles } from "./take-own-titles.ts";
import { withoutRivals } from "./without-rivals.ts";

const inHundredths = (score: number): number => Math.round(score * 100) / 100;

/**
 * What each column of a file most likely is; one field is given to one column. Titles of our own exports are
 * recognised exactly, with their id and currency columns.
 */
export function suggestMapping(
  object: CatalogObject,
  columns: readonly FileColumn[],
  objectOf: (name: string) => CatalogObject | undefined,
  named: NamesHere = () => 0,
): Readonly<Record<string, Suggestion>> {
  const suggestions = new Suggestions();
  const { given } = suggestions;
  takeOwnTitles(suggestions, object, columns, objectOf);
  const pairs = columns
    .filter((column) => !(column.name in given) && !column.isOfLines)
    .flatMap((column) =>
      object.fields.filter(isImportable).map((field) => ({
        column,
        field,
        score: scoreOf(field, column, object, namedAs(field, column, object, objectOf, named)),
      })),
    )
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
  for (const { column, field, score } of withoutRivals(pairs, object)) {
    if (column.name in given || suggestions.isFieldTaken(field.name)) continue;
    suggestions.take(column.name, { ...planFor(field, objectOf), field: field.name }, inHundredths(score));
  }
  for (const { column, plan, score } of lineColumns(object, columns, objectOf))
    if (!(column.name in given) && !suggestions.isTaken(plan))
      suggestions.take(column.name, plan, inHundredths(score));
  return given;
}
