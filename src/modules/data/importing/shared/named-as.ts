import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { linkTargets } from "./field-columns.ts";
import type { FileColumn, NamesHere } from "./file-column.ts";

/**
 * The share of names that speak for a field: of what it links to; of its own kind for the title of a record.
 */
export function namedAs(
  field: Field,
  column: FileColumn,
  object: CatalogObject,
  objectOf: (name: string) => CatalogObject | undefined,
  named: NamesHere,
): number {
  if (field.kind === "tags") return 0;
  const targets = linkTargets(field, objectOf);
  if (targets.length === 0) return field.name === object.title ? named(column, object.name) : 0;
  return Math.max(
    0,
    ...targets.filter((target) => target !== object.name).map((target) => named(column, target)),
  );
}
