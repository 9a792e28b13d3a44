import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";

/** The fields a record is found by: its title and those marked searchable; nobody types an id. */
export const searchFields = (object: CatalogObject): readonly Field[] =>
  object.fields.filter(
    (field) =>
      !field.hidden && field.name !== "id" && (field.searchable === true || field.name === object.title),
  );

/**
 * The rights class that a field's words stand in: personal fields have one each, all others share "open"
 * (decision 22).
 */
export const searchClass = (object: CatalogObject, field: Field): string =>
  field.personal && field.name !== object.title ? `field:${field.name}` : "open";
