import { pointersOf } from "../../../../shared/metadata/further-links.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { fieldsPointing } from "./versions.ts";

/** Whether a version of a related record leads to a record. */
export const pointsAt = (
  child: CatalogObject,
  via: string,
  values: Readonly<Values>,
  object: string,
  id: string,
): boolean =>
  fieldsPointing(child, via).some((field) =>
    pointersOf(values[field], object).some((pointer) => pointer.id === id && pointer.object === object),
  );
