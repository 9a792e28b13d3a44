import { ident } from "../../../../platform/db/database.ts";
import {
  type Context,
  Params,
  accessPredicate,
  columnsOf,
  fieldRight,
  isReadable,
  tableOf,
} from "../../../../engine/public.ts";
import { text } from "../../../../platform/db/columns.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { linkTargets } from "../shared/field-columns.ts";
import type { FileColumn, NamesHere } from "../shared/file-column.ts";
import { isImportable } from "../shared/importable-field.ts";
import { suggestMapping } from "../shared/suggest-mapping.ts";
import type { Suggestion } from "../shared/suggestions.ts";

/** A name says something from two signs on; numbers and days name nobody. */
const couldBeName = (cell: string): boolean =>
  Array.from(cell).length >= 2 && !/^[\d\s.,:%/¥￥$€+-]+$/.test(cell);

/**
 * What each column of a file most likely is, by its title, its values and the names that the caller may read
 * here.
 */
export async function suggestFor(
  context: Context,
  object: CatalogObject,
  columns: readonly FileColumn[],
): Promise<Readonly<Record<string, Suggestion>>> {
  const objectOf = (name: string): CatalogObject | undefined => context.catalog.object(name);
  return suggestMapping(object, columns, objectOf, await namesHere(context, object, columns));
}

/**
 * How many of a column's values are titles of records, by object: one statement for each object that the
 * imported one links to.
 */
async function namesHere(
  context: Context,
  object: CatalogObject,
  columns: readonly FileColumn[],
): Promise<NamesHere> {
  const objectOf = (name: string): CatalogObject | undefined => context.catalog.object(name);
  const targets = new Set([
    object.name,
    ...object.fields
      .filter(isImportable)
      .flatMap((field) => (field.kind === "tags" ? [] : linkTargets(field, objectOf))),
  ]);
  const cells = [...new Set(columns.flatMap(({ samples }) => samples.filter(couldBeName)))];
  const found = new Map<string, ReadonlySet<string>>();
  if (cells.length > 0)
    for (const name of targets) found.set(name, await titlesAmong(context, objectOf(name), cells));
  return ({ samples }, target) => {
    const known = found.get(target);
    return known === undefined || samples.length === 0
      ? 0
      : samples.filter((cell) => known.has(cell)).length / samples.length;
  };
}

/** Those of the cells that are titles of records which the caller may read. */
async function titlesAmong(
  context: Context,
  object: CatalogObject | undefined,
  cells: readonly string[],
): Promise<ReadonlySet<string>> {
  const field = object?.byName[object.title];
  const [column] = field ? columnsOf(field) : [];
  if (!object || !field || !column || object.internal || !isReadable(fieldRight(context, object, field.name)))
    return new Set();
  const params = new Params();
  const title = `t.${ident(column.name)}`;
  const asked = `select distinct ${title} as title from ${tableOf(context.workspace, object.name)} t
      where ${title} = any(${params.add(cells, "text[]")}) and t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)})`;
  const rows = await context.db.query({ ...params.statement(asked), columns: { title: text } });
  return new Set(rows.map((row) => row.title));
}
