import { quickFilters } from "../../../shared/metadata/quick-filters.ts";
import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";

/** The fields of an object that are filtered by at once, among those the caller may read. */
export const quickFields = (object: ObjectInfo): readonly FieldInfo[] =>
  quickFilters(object).flatMap((name) => {
    const field = object.byName[name];
    return field && isShown(field) && field.right !== "mask" ? [field] : [];
  });
