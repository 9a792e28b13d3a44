import type { Field } from "./field.ts";

/**
 * Whether a field says what stands above a record among those of its own object, so that it may not lead back
 * to the record itself. A link to its own object alone does unless it says `hierarchy: false` ("replaces",
 * "see also"); one to several objects does where it says true.
 * @example isHierarchy("account", parent) // true
 */
export function isHierarchy(object: string, field: Field): boolean {
  if (field.system || field.hidden) return false;
  if (field.kind === "link")
    return field.targets.includes(object) && (field.hierarchy ?? field.targets.length === 1);
  if (field.kind === "person") return object === "user" && (field.hierarchy ?? true);
  return field.kind === "department" && object === "department" && (field.hierarchy ?? true);
}
