import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Group } from "./open-items.ts";

/**
 * One way in which records of an object are lines of another: through the link `via`, listed there by the
 * field `list`.
 */
export interface LineLink {
  readonly parent: CatalogObject;
  readonly list: FieldOf<"children">;
  readonly via: string;
}

const known = new WeakMap<Catalog, Map<string, readonly LineLink[]>>();

/**
 * The documents that records of this object are lines of. A document is a record and the records that its
 * `children` fields list: they are locked, checked and versioned together on every road. An object that lists
 * itself, at once or through others, is a tree and no document.
 * @example lineLinksOf(catalog, price_book_entry) // [{ parent: price_book, list: entries, via: "price_book" }]
 */
export function lineLinksOf(catalog: Catalog, object: CatalogObject): readonly LineLink[] {
  const all = known.get(catalog) ?? new Map<string, readonly LineLink[]>();
  known.set(catalog, all);
  const found = all.get(object.name) ?? findLinks(catalog, object);
  all.set(object.name, found);
  return found;
}

function findLinks(catalog: Catalog, object: CatalogObject): LineLink[] {
  const links: LineLink[] = [];
  for (const parent of catalog.objects.values()) {
    for (const list of listsOf(parent)) {
      if (
        list.object !== object.name ||
        !object.byName[list.via] ||
        reaches(catalog, object.name, parent.name, [])
      )
        continue;
      links.push({ parent, list, via: list.via });
    }
  }
  return links;
}

const listsOf = (object: CatalogObject): readonly FieldOf<"children">[] =>
  object.fields.flatMap((field) => (field.kind === "children" && !field.hidden ? [field] : []));

/** Whether `to` is `from` itself or among the lines of its lines. */
function reaches(catalog: Catalog, from: string, to: string, passed: readonly string[]): boolean {
  if (from === to) return true;
  const object = passed.includes(from) ? undefined : catalog.object(from);
  return (
    object !== undefined &&
    listsOf(object).some((list) => reaches(catalog, list.object, to, [...passed, from]))
  );
}

/** How many documents stand above an object: parents are opened before their lines. */
export function levelOf(catalog: Catalog, object: CatalogObject): number {
  return Math.max(0, ...lineLinksOf(catalog, object).map(({ parent }) => 1 + levelOf(catalog, parent)));
}

/**
 * Groups of a batch that are written together: lines with their parents where the batch names both. They are
 * written in the last one's place, unless a group in between links to one of them and must find it written.
 */
export function inDocuments(catalog: Catalog, groups: readonly Group[]): readonly (readonly Group[])[] {
  const documents = groups.map((group) => [group]);
  for (let at = 0; at < documents.length; at += 1) {
    const first = documents[at] ?? [];
    const next = documents.findIndex(
      (other, place) =>
        place > at && other.some((one) => first.some((group) => areTogether(catalog, one, group))),
    );
    if (next < 0) continue;
    const between = documents.slice(at + 1, next).flat();
    if (between.some((group) => linksToAny(group.object, first))) continue;
    documents[next] = [...first, ...(documents[next] ?? [])];
    documents.splice(at, 1);
    at -= 1;
  }
  return documents;
}
const areTogether = (catalog: Catalog, one: Group, other: Group): boolean =>
  one.time === other.time &&
  (isLineOf(catalog, one.object, other.object) || isLineOf(catalog, other.object, one.object));
const isLineOf = (catalog: Catalog, line: CatalogObject, parent: CatalogObject): boolean =>
  lineLinksOf(catalog, line).some((link) => link.parent.name === parent.name);
const linksToAny = (object: CatalogObject, groups: readonly Group[]): boolean =>
  object.fields.some((field) =>
    targetsOf(field).some((target) => groups.some((group) => group.object.name === target)),
  );
