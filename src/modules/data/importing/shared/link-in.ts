import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject, WireValue } from "../../../../shared/metadata/object.ts";
import { linkTargets } from "./field-columns.ts";
import { partOf } from "./print-cell.ts";

/** Which record a link-like value names, of which object. Null: none. */
export function linkIn(
  field: Field,
  value: WireValue,
  objectOf: (name: string) => CatalogObject | undefined,
): { readonly object: string; readonly id: string } | null {
  const [first] = linkTargets(field, objectOf);
  if (value === null || first === undefined) return null;
  if (typeof value === "string") return { object: first, id: value };
  const [object, id] = [partOf(value, "object"), partOf(value, "id")];
  return typeof id === "string" ? { object: typeof object === "string" ? object : first, id } : null;
}
