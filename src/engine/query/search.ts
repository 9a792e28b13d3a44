import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Found } from "../../shared/wire/search.contract.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Context } from "../kernel/context.ts";
import { expressionValue, valueType } from "./field-value.ts";
import { Params } from "../kernel/params.ts";
import { readableOn, shownWhere } from "./on-row.ts";
import type { Reading } from "./reading.ts";
import { searchCondition } from "./search-condition.ts";
import { folded } from "./search-tokens.ts";
import { accessAt, allOf, source } from "./source.ts";
import { readingScope } from "./sql-scope.ts";
import { spokenTitle } from "./spoken-title.ts";
import { titleValue } from "./title-value.ts";

export interface SearchOptions {
  /** Object names; absent: all that screens show. */
  readonly objects?: readonly string[];
  /** 1–50, 20 unless told. */
  readonly limit?: number;
}
/** Beyond so many hits in one object, the best are sought among these. */
const MAX_RANKED = 1000;

/**
 * Records across objects whose readable fields hold every word of `question`: titles that are it, begin with
 * it, contain it come first. One statement.
 */
export async function search(
  context: Context,
  question: string,
  options: SearchOptions = {},
): Promise<readonly Found[]> {
  const limit = Math.min(Math.max(options.limit ?? 20, 1), 50);
  const reading: Reading = { context, params: new Params() };
  const arms = searchedObjects(context, options.objects).flatMap(
    (object) => foundIn(reading, object, question, limit) ?? [],
  );
  if (arms.length === 0) return [];
  const text = `select "object", "id", "title", "subtitle" from (${arms.map((arm) => `(${arm})`).join(" union all ")}) s order by "rank", length("title"), "object", "id" limit ${limit}`;
  const rows = await context.db.query<{
    object: string;
    id: string;
    title: string | null;
    subtitle: string | null;
  }>(reading.params.statement(text));
  return rows.map(({ object, id, title, subtitle }) => ({
    object,
    id,
    title: title ?? "",
    ...(subtitle === null ? {} : { subtitle }),
  }));
}

/** The objects that are searched, of those named. */
export function searchedObjects({ catalog }: Context, names?: readonly string[]): readonly CatalogObject[] {
  const wanted = names?.flatMap((name) => catalog.object(name) ?? []) ?? [...catalog.objects.values()];
  return wanted.filter((object) => !object.internal && !isBetween(object));
}

const textOf = (field: Field, value: string): string =>
  valueType(field) === "text" ? value : `(${value})::text`;
/** What only joins two records is found by neither's name. */
function isBetween(object: CatalogObject): boolean {
  const title = object.byName[object.title];
  return title !== undefined && targetsOf(title).length > 0;
}

function foundIn(
  reading: Reading,
  object: CatalogObject,
  question: string,
  limit: number,
): string | undefined {
  const { params, context } = reading;
  const row = params.alias(object.name);
  const where = allOf([
    `${row}."deleted_at" is null`,
    accessAt(reading, object, "read", row),
    searchCondition(reading, object, row, question),
  ]);
  if (where === "false") return undefined;
  const field = object.byName[object.title];
  const isRead = field ? readableOn(reading, object, row, field.name) : "false";
  const title =
    field && isRead !== "false"
      ? shownWhere(
          isRead,
          spokenTitle(
            context,
            object,
            row,
            textOf(field, expressionValue(reading, readingScope, row, object, field)),
          ),
        )
      : "null::text";
  const plain = `lower(normalize(${title}, NFKC))`;
  const asked = params.add(folded(question.slice(0, 200).trim()), "text");
  const rank = `case when ${plain} = ${asked} then 0 when starts_with(${plain}, ${asked}) then 1 when position(${asked} in ${plain}) > 0 then 2 else 3 end`;
  const rows = `(select * from ${source(reading, object)} ${row} where ${where} limit ${MAX_RANKED})`;
  return `select ${params.add(object.name, "text")} as "object", ${row}."id", ${title} as "title", ${subtitleOf(reading, object, row)} as "subtitle", ${rank} as "rank" from ${rows} ${row} order by "rank", length(${title}), ${row}."id" limit ${limit}`;
}

/** What a record hangs on tells it from another of its name: the first link among its list's columns. */
function subtitleOf(reading: Reading, object: CatalogObject, row: string): string {
  const named = object.list.columns.flatMap((name) => object.byName[name] ?? []);
  const link = named.find(
    (field) =>
      field.name !== "owner" &&
      targetsOf(field).length > 0 &&
      isReadable(fieldRight(reading.context, object, field.name)),
  );
  return (link && titleValue(reading, row, link)) ?? "null::text";
}
