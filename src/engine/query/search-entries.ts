import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import type { Context } from "../context.ts";
import { tokensOf } from "./search-tokens.ts";

export interface SearchEntry {
  /** The rights class: the field it is of, so that changed rights need no new entries (decision 22). */
  readonly class: string;
  readonly tokens: readonly string[];
}

/** The fields a record is found by: its title and those marked searchable. */
export function searchFields(object: CatalogObject): readonly Field[] {
  return object.fields.filter((field) => !field.hidden && (field.searchable || field.name === object.title));
}

/** The rows of `search_entry` of one record, from its values in wire form; fields without text give none. */
export function searchEntriesOf(object: CatalogObject, values: Values): readonly SearchEntry[] {
  return searchFields(object).flatMap((field) => {
    const value = values[field.name];
    const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
    const tokens = text === "" ? [] : tokensOf(text);
    return tokens.length === 0 ? [] : [{ class: field.name, tokens }];
  });
}

/** The classes that the caller may read. */
export const readableClasses = (context: Context, object: CatalogObject): readonly string[] =>
  searchFields(object)
    .filter((field) => isReadable(fieldRight(context, object, field.name)))
    .map((field) => field.name);
