import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";

/**
 * Whether what hangs on a record by this link is a part of it (its lines, its tags: a `children` or `tags`
 * field of the record lists them) rather than something about it (an activity, a note, a file). A part is
 * changed and added by who may change the record.
 * @example isPartOf(catalog, price_book_entry, "price_book") // true
 */
export function isPartOf(catalog: Catalog, object: CatalogObject, link: string): boolean {
  const field = object.byName[link];
  if (!field) return false;
  return targetsOf(field).some((name) =>
    catalog
      .object(name)
      ?.fields.some(
        (list) =>
          (list.kind === "children" || list.kind === "tags") &&
          !list.hidden &&
          list.object === object.name &&
          list.via === link,
      ),
  );
}
