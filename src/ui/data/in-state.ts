import type { FieldRight } from "../../shared/rights/rights.ts";
import type { ObjectInfo } from "./objects.ts";

/**
 * An object as the caller may use it on one record: where the state of the record decides about a field, it
 * says so in the place of what the object says.
 */
export function inState(
  object: ObjectInfo,
  rights: Readonly<Record<string, FieldRight>> | undefined,
): ObjectInfo {
  if (!rights || Object.keys(rights).length === 0) return object;
  const fields = object.fields.map((field) => {
    const right = rights[field.name];
    return right === undefined ? field : { ...field, right };
  });
  return { ...object, fields, byName: Object.fromEntries(fields.map((field) => [field.name, field])) };
}
