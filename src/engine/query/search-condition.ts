import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { columnsOf, systemTable } from "../schema/names.ts";
import { onRow } from "./on-row.ts";
import type { Reading } from "./reading.ts";
import { searchClass, searchFields } from "./search-entries.ts";
import { queryWords, type QueryWord } from "./search-tokens.ts";
import { allOf } from "./source.ts";
import { wholeValue } from "./whole-value.ts";

/**
 * The rows `alias` found by a question: each of its words stands in a field that the caller may read, or is
 * the whole value of a field that is masked for the caller; or all of it is such a value. Under `as_of` it
 * asks the words of today, and of masked fields the value of then too.
 */
export function searchCondition(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  question: string,
): string {
  const words = queryWords(question);
  if (words.length === 0) return "false";
  const fields = searchFields(object);
  const readable = fields.filter((field) => isReadable(fieldRight(reading.context, object, field.name)));
  const classes = new Set(readable.map((field) => searchClass(object, field)));
  const open = fields.filter((field) => searchClass(object, field) === "open");
  // "open" mixes fields. Who may not read them all gets from it only what the text of a field they may read
  // confirms.
  const mixed = open.some((field) => !readable.includes(field));
  const confirming = mixed ? readable.filter((field) => open.includes(field) && isText(field)) : [];
  if (mixed) classes.delete("open");
  const byState = [...fieldsByState(reading.context, object)].flatMap(([name, state]) =>
    fields.flatMap((field) => (field.name === name && isText(field) ? [{ field, state }] : [])),
  );
  const masked = fields.filter(
    (field) =>
      fieldRight(reading.context, object, field.name) === "mask" &&
      isText(field) &&
      !byState.some((one) => one.field === field),
  );
  const wholly = (asked: string): string[] => [
    ...masked.flatMap((field) => standsWhole(reading, object, alias, field, asked)),
    ...byState.flatMap(({ field, state }) =>
      standsWhole(reading, object, alias, field, asked).map((found) =>
        inState(onRow(reading, object, alias, state.atLeast("mask")), found),
      ),
    ),
  ];
  const whereRead = (word: QueryWord): string[] =>
    byState.flatMap(({ field, state }) => {
      const isRead = onRow(reading, object, alias, state.atLeast("read"));
      if (isRead === "false") return [];
      const found =
        searchClass(object, field) === "open"
          ? confirmed(reading, object, alias, word, [field])
          : inClasses(reading, object, alias, word, [searchClass(object, field)]);
      return found.map((one) => inState(isRead, one));
    });
  const all = allOf(
    words.map((word) =>
      anyOf([
        ...inClasses(reading, object, alias, word, [...classes]),
        ...confirmed(reading, object, alias, word, confirming),
        ...whereRead(word),
        ...wholly(word.text),
      ]),
    ),
  );
  return words.length === 1 && words[0]?.text === question.trim() ? all : anyOf([all, ...wholly(question)]);
}
const inState = (state: string, found: string): string =>
  state === "false" ? "false" : allOf([`(${found})`, state]);

function anyOf(conditions: readonly string[]): string {
  const telling = conditions.filter((condition) => condition !== "false");
  return telling.length === 0 ? "false" : telling.length === 1 ? telling.join() : `(${telling.join(" or ")})`;
}
const isText = (field: Field): boolean => columnsOf(field)[0]?.type === "text";

function inClasses(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  word: QueryWord,
  classes: readonly string[],
): string[] {
  if (classes.length === 0) return [];
  const { context, params } = reading;
  const entry = params.alias();
  const where = [
    `${entry}."object" = ${params.add(object.name, "text")}`,
    // Of one class an entry is its record's only one, which the planner can prove.
    classes.length === 1
      ? `${entry}."class" = ${params.add(classes[0], "text")}`
      : `${entry}."class" = any(${params.add(classes, "text[]")})`,
    anyOf(
      [word.tokens, ...(word.others ?? [])].map(
        (tokens) => `${entry}."tokens" @> ${params.add(tokens, "text[]")}`,
      ),
    ),
  ];
  return [
    `${alias}."id" in (select ${entry}."id" from ${systemTable(context.workspace, "search_entry")} ${entry} where ${where.join(" and ")})`,
  ];
}

function standsWhole(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  field: Field,
  asked: string,
): string[] {
  const whole = wholeValue(reading.params, alias, field, asked);
  return whole
    ? inClasses(reading, object, alias, whole.word, [searchClass(object, field)]).map(
        (found) => `(${found} and ${whole.condition})`,
      )
    : [];
}

function confirmed(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  word: QueryWord,
  fields: readonly Field[],
): string[] {
  if (fields.length === 0) return [];
  const text = reading.params.add(word.text, "text");
  const stands = fields.map(
    (field) => `position(${text} in lower(normalize(${alias}.${ident(field.name)}, NFKC))) > 0`,
  );
  return inClasses(reading, object, alias, word, ["open"]).map((found) => `(${found} and ${anyOf(stands)})`);
}
