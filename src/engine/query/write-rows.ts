import type { ColumnOf, RowTexts } from "../../platform/db/database.ts";
import { valueOf } from "../../platform/db/value-types.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldRights } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { shownOf } from "./present.ts";
import { type WriteText, writeOf } from "./write-field.ts";

/** Puts a part of a record into its JSON. */
interface Part {
  /** Its column. */
  readonly at: number;
  /** The column that tells how much of it is seen of a row, where that differs. */
  readonly seen?: number;
  /** The name of the member, as it stands before its value. */
  readonly key: string;
  readonly write: WriteText;
}
interface Parts {
  readonly fields: readonly Part[];
  readonly titles: readonly Part[];
  /** The columns of the recycle bin. */
  readonly bin: { readonly at: readonly [number, number]; readonly parts: readonly [Part, Part] } | undefined;
}

const MOST = 50;
/**
 * By the rights on the fields, which belong to one object under one set of definitions, and by the columns.
 */
const known = new WeakMap<object, Map<string, Parts>>();

/**
 * Writes rows as `present` and JSON would, byte by byte, from the texts that the server sent: no row is made
 * into values and taken apart again.
 */
export function rowWriter(
  context: Context,
  object: CatalogObject,
  columns: readonly ColumnOf[],
): (texts: RowTexts) => string {
  const { fields, titles, bin } = partsOf(context, object, columns);
  return (texts) => {
    let json = "";
    for (const { at, key, write, seen } of fields) {
      if (seen !== undefined && texts[seen] === "hidden") continue;
      const text = texts[at];
      json += text === null || text === undefined ? `${key}null` : key + write(text, texts, context);
    }
    if (bin && texts[bin.at[0]] !== null)
      for (const { at, key, write } of bin.parts)
        json += key + given(texts[at], (text) => write(text, texts, context));
    if (titles.length > 0) json += `,"titles":{${titlesOf(titles, texts, context)}}`;
    return `{${json.slice(1)}}`;
  };
}
const given = (text: string | null | undefined, write: (text: string) => string): string =>
  text === null || text === undefined ? "null" : write(text);

function titlesOf(titles: readonly Part[], texts: RowTexts, context: Context): string {
  let json = "";
  for (const { at, key, write } of titles) {
    const text = texts[at];
    if (text !== null && text !== undefined) json += key + write(text, texts, context);
  }
  return json.slice(1);
}

function partsOf(context: Context, object: CatalogObject, columns: readonly ColumnOf[]): Parts {
  const rights = fieldRights(context, object);
  const ofRights = known.get(rights) ?? new Map<string, Parts>();
  known.set(rights, ofRights);
  const signature = columns.map(({ name, type }) => `${name} ${type}`).join();
  const found = ofRights.get(signature);
  if (found) return found;
  if (ofRights.size >= MOST) ofRights.clear();
  const made = makeParts(context, object, columns);
  ofRights.set(signature, made);
  return made;
}

function makeParts(context: Context, object: CatalogObject, columns: readonly ColumnOf[]): Parts {
  const places = new Map(columns.map(({ name }, at) => [name, at]));
  const { shown, titled } = shownOf(context, object);
  const part = (column: string, member: string, make: (type: number) => WriteText): Part[] => {
    const at = places.get(column);
    return at === undefined
      ? []
      : [{ at, key: `,${JSON.stringify(member)}:`, write: make(columns[at]?.type ?? 0) }];
  };
  const stamp = (column: string) =>
    part(column, column, (type) => (text) => JSON.stringify(valueOf(type, text)));
  const [deletedAt, deletedBy] = [...stamp("deleted_at"), ...stamp("deleted_by")];
  return {
    fields: shown.flatMap(({ field, name, isMasked, seen }) => {
      if (seen === undefined)
        return part(name, name, () => writeOf(context, field, columns, places, isMasked));
      const told = places.get(seen);
      if (told === undefined) return [];
      const [masked, whole] = [true, false].map((isIt) => writeOf(context, field, columns, places, isIt));
      const write: WriteText = (text, texts, now) =>
        (texts[told] === "read" ? whole : masked)?.(text, texts, now) ?? "null";
      return part(name, name, () => write).map((one) => ({ ...one, seen: told }));
    }),
    titles: titled.flatMap(({ name, column }) =>
      part(column, name, (type) => (text) => titleJson(valueOf(type, text))),
    ),
    bin:
      deletedAt && deletedBy
        ? { at: [deletedAt.at, deletedBy.at], parts: [deletedAt, deletedBy] }
        : undefined,
  };
}

const titleJson = (title: unknown): string =>
  JSON.stringify(
    Array.isArray(title) ? title.map((one) => (one === null ? null : String(one))) : String(title),
  );
