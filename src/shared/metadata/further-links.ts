import type { Field, FieldOf } from "./field.ts";
import type { CatalogObject, WireValue } from "./object.ts";

/** One record, whatever its object. */
export interface Pointer {
  readonly object: string;
  readonly id: string;
}

/** The list that goes on where a link of `object` ends: `also_regarding` of `regarding`. */
export function furtherOf(object: Pick<CatalogObject, "fields">, link: string): FieldOf<"links"> | undefined {
  return object.fields.find(
    (field): field is FieldOf<"links"> => field.kind === "links" && field.lengthens === link && !field.hidden,
  );
}

/** The objects that a field may point at, whether at one record or at several. */
export function pointedAt(field: Field): readonly string[] {
  if (field.kind === "link" || field.kind === "links") return field.targets;
  if (field.kind === "person") return ["user"];
  return field.kind === "department" ? ["department"] : [];
}

/** The records in the value of a link-like field, in order. `only` is the object of a bare id. */
export function pointersOf(value: WireValue | undefined, only: string): readonly Pointer[] {
  if (typeof value === "string") return [{ object: only, id: value }];
  if (value === null || value === undefined || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((each: WireValue) => pointersOf(each, only));
  const { object, id } = { object: undefined, id: undefined, ...value };
  return typeof id === "string" ? [{ object: typeof object === "string" ? object : only, id }] : [];
}
