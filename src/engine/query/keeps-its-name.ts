import type { CatalogObject } from "../../shared/metadata/object.ts";

/**
 * People and departments go on being named where records lead to them after they were deleted: lists, totals
 * and conditions say the same.
 */
export const keepsItsName = ({ name }: CatalogObject): boolean => name === "user" || name === "department";
