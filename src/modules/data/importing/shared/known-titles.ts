import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { columnTitles } from "./field-columns.ts";
import { lineLists } from "./line-columns.ts";
import { squeezeText } from "./squeeze-text.ts";
import { SYNONYMS, SYNONYMS_OF } from "./synonyms.ts";

/** A title without what stands in brackets or behind a stroke: "金额（万元）" and "金额/万元" are 金额. */
export const bareTitle = (title: string): string =>
  title.replace(/\s*[（(【[].*$/, "").replace(/\s*[/／].*$/, "");

/** The same for the lines of an object, of all its lists; undefined where it has none. */
export function lineTitlesOf(
  object: CatalogObject,
  objectOf: (name: string) => CatalogObject | undefined,
): ((cell: string) => boolean) | undefined {
  const known = lineLists(object, objectOf).map((list) => titlesOf(list.object, objectOf));
  return known.length > 0 ? (cell) => known.some((isTitle) => isTitle(cell)) : undefined;
}

/** Tells whether a cell is a title under which files bring a field of the object. */
export function titlesOf(
  object: CatalogObject,
  objectOf: (name: string) => CatalogObject | undefined,
): (cell: string) => boolean {
  const known = new Set<string>();
  for (const field of object.fields) {
    if (field.hidden) continue;
    for (const title of [
      field.name,
      ...Object.values(field.label),
      ...(SYNONYMS[field.name] ?? []),
      ...(SYNONYMS_OF[object.name]?.[field.name] ?? []),
    ])
      known.add(squeezeText(title));
  }
  for (const name of Object.values(object.label)) known.add(squeezeText(name));
  for (const { titles } of columnTitles(object, objectOf))
    for (const title of titles) known.add(squeezeText(title));
  known.delete("");
  return (cell) =>
    cell.length < 60 && (known.has(squeezeText(cell)) || known.has(squeezeText(bareTitle(cell))));
}
