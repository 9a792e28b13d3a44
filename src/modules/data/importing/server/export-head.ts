import type { Context } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { columnTitle, type FieldColumn, ID_TITLES } from "../shared/field-columns.ts";
import { lineIdTitle, type LineList, lineTitle } from "../shared/line-columns.ts";
import { LIFE_TITLES } from "../shared/imported-life.ts";

/** The titles of a file's columns, with the column behind each; none behind ids and histories. */
export interface Head {
  readonly header: readonly string[];
  readonly shown: readonly (FieldColumn | undefined)[];
}

/** Titles of the record's columns, then of the lines' behind them. */
export function headOf(
  { language }: Context,
  object: CatalogObject,
  columns: readonly FieldColumn[],
  lists: readonly LineList[],
  history = false,
): Head {
  const spoken = language === "en" ? 1 : 0;
  const header = [
    ID_TITLES[spoken],
    ...columns.map((column) => columnTitle(column, object, language)),
    ...(history ? [LIFE_TITLES[spoken]] : []),
    ...lists.flatMap((one) => [
      lineIdTitle(one, language),
      ...one.columns.map((column) => lineTitle(one, column, language)),
    ]),
  ];
  const shown = [
    undefined,
    ...columns,
    ...(history ? [undefined] : []),
    ...lists.flatMap((one) => [undefined, ...one.columns]),
  ];
  return { header, shown };
}
