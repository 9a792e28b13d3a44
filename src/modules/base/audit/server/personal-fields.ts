import { type Catalog, columnsOf, expressionOf } from "../../../../engine/public.ts";
import { targetsOf } from "../../../../shared/expression/value-types.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";

/** Objects whose records are about a person. */
export const SUBJECTS = ["contact", "lead", "user"] as const;
export type SubjectObject = (typeof SUBJECTS)[number];
export const isSubject = (object: string): object is SubjectObject =>
  SUBJECTS.some((name) => name === object);

/** A login is how a person is addressed, though no field of the person's file card. */
const ALSO: Readonly<Record<string, readonly string[]>> = { user: ["login"] };

/**
 * The stored fields of an object that say something of a person: those marked, and stored formulas over them.
 */
export function personalFields(catalog: Catalog, object: CatalogObject): readonly string[] {
  const marked = new Set(
    object.fields.filter((field) => isKept(field) && field.personal).map(({ name }) => name),
  );
  for (const name of ALSO[object.name] ?? []) marked.add(name);
  for (let before = -1; before < marked.size;) {
    before = marked.size;
    for (const field of object.fields) {
      if (field.kind !== "formula" || !field.stored) continue;
      const expression = expressionOf(catalog, object.name, field.expression);
      if (expression?.references.fields.some((name) => marked.has(name))) marked.add(field.name);
    }
  }
  return [...marked];
}
/** Of what was deleted long ago only the log still tells. */
const isKept = (field: Field): boolean =>
  !field.system && (field.dropped === true || columnsOf(field).length > 0);

const FREE = ["text", "long_text", "rich_text", "json", "file", "image", "location", "signature", "url"];
/** Of a record that hangs on a person: whatever somebody may have written of them there. */
export function freeFields(catalog: Catalog, object: CatalogObject): readonly string[] {
  const free = object.fields
    .filter((field) => isKept(field) && FREE.includes(field.kind) && !targetsOf(field).length)
    .map(({ name }) => name);
  return [...new Set([...free, ...personalFields(catalog, object)])];
}
