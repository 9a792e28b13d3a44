import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { columnTitles } from "./field-columns.ts";
import type { FileColumn } from "./file-column.ts";
import { lineTitles } from "./line-columns.ts";
import { laterLeft } from "./suggested-plan.ts";
import type { Suggestions } from "./suggestions.ts";
import { valueScore } from "./value-score.ts";

/** Titles of our own exports are recognised exactly, with their id and currency columns. */
export function takeOwnTitles(
  suggestions: Suggestions,
  object: CatalogObject,
  columns: readonly FileColumn[],
  objectOf: (name: string) => CatalogObject | undefined,
): void {
  const ownTitles = new Map(
    [...columnTitles(object, objectOf), ...lineTitles(object, objectOf)].flatMap(({ titles, plan }) =>
      titles.map((title) => [fold(title), plan] as const),
    ),
  );
  const idsFirst = [...columns].sort(
    (a, b) =>
      Number(ownTitles.get(fold(b.name))?.by?.[0] === "id") -
      Number(ownTitles.get(fold(a.name))?.by?.[0] === "id"),
  );
  for (const column of idsFirst) {
    const plan = laterLeft(object, ownTitles.get(fold(column.name)), objectOf);
    const field = plan && object.byName[plan.field];
    // Also a title of ours may stand above something else.
    const isElse =
      field !== undefined &&
      plan?.part === undefined &&
      plan?.by === undefined &&
      field.kind !== "select" &&
      field.kind !== "stage" &&
      column.samples.length > 1 &&
      valueScore(field, column.samples) === 0;
    // A link's id and the name beside it are one: where the id is not known here, the name is.
    if (plan && !isElse && !suggestions.isTaken(plan)) suggestions.take(column.name, plan, 1);
  }
}
