import { textOf, type Language } from "../../../../shared/i18n/label.ts";
import type { FieldOf } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { columnsOfField, columnTitle, type FieldColumn, ID_TITLES } from "./field-columns.ts";

/** A field of a list's lines as a mapping names it: "entries.product". */
export const lineField = (list: string, field: string): string => `${list}.${field}`;
/**
 * @example splitLineField("entries.product") // ["entries", "product"]; a field of the object itself has no
 * second part.
 */
export function splitLineField(name: string): readonly [list: string, field: string | undefined] {
  const at = name.indexOf(".");
  return at < 0 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1)];
}

type ObjectOf = (name: string) => CatalogObject | undefined;

/** A list of lines with the columns that it has in a file. */
export interface LineList {
  readonly field: FieldOf<"children">;
  readonly object: CatalogObject;
  readonly columns: readonly FieldColumn[];
}

const isTold = (
  { name, computed, hidden, kind, system, internal }: CatalogObject["fields"][number],
  via: string,
): boolean =>
  name !== via &&
  !computed &&
  !hidden &&
  !system &&
  !internal &&
  !["children", "formula", "rollup", "auto_number", "tags"].includes(kind);

/** The lists of an object and their columns; a line's own columns come without those of its parent. */
export const lineLists = (object: CatalogObject, objectOf: ObjectOf): readonly LineList[] =>
  object.fields.flatMap((field): LineList[] => {
    if (field.kind !== "children" || field.hidden) return [];
    const lines = objectOf(field.object);
    if (!lines || lines.name === object.name) return [];
    const columns = lines.fields
      .filter((one) => isTold(one, field.via))
      .flatMap((one) => columnsOfField(one, objectOf));
    return [{ field, object: lines, columns }];
  });

const spoken = (list: LineList, language: Language): string =>
  textOf(list.field.label, language, list.field.name);
/** "价格明细 · 产品": the title of a line's column. */
export const lineTitle = (list: LineList, column: FieldColumn, language: Language): string =>
  `${spoken(list, language)} · ${columnTitle(column, list.object, language)}`;
/** The title of the column with a line's own id. */
export const lineIdTitle = (list: LineList, language: Language): string =>
  `${spoken(list, language)} · ${ID_TITLES[language === "en" ? 1 : 0]}`;

/** Every title that a line's column can have in an export, with what it means. */
export const lineTitles = (
  object: CatalogObject,
  objectOf: ObjectOf,
): readonly { readonly titles: readonly string[]; readonly plan: FieldColumn["plan"] }[] =>
  lineLists(object, objectOf).flatMap((list) => [
    {
      titles: [lineIdTitle(list, "zh-CN"), lineIdTitle(list, "en")],
      plan: { field: lineField(list.field.name, "id") },
    },
    ...list.columns.map((column) => ({
      titles: [lineTitle(list, column, "zh-CN"), lineTitle(list, column, "en")],
      plan: { ...column.plan, field: lineField(list.field.name, column.plan.field) },
    })),
  ]);
