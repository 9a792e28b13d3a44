import type { Field } from "../../shared/metadata/field.ts";
import { type CatalogObject, parentOf } from "../../shared/metadata/object.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import { columnsOf } from "./names.ts";

/** What sight follows, and what is in the bin. */
export const SCOPE: readonly string[] = ["owner", "department", "deleted_at"];

/** Its records are seen by owner and department. */
export const isScoped = (object: CatalogObject): boolean =>
  object.sharing === "owner" || parentOf(object.sharing)?.or_owner === true;

/** Kinds whose values lists are read in the order of. */
export const ORDERED: readonly Field["kind"][] = [
  "money",
  "date",
  "datetime",
  "integer",
  "decimal",
  "percent",
];

/** The column that a field is found and sorted by. */
export const keyColumn = (field: Field): string =>
  field.kind === "money" ? `${field.name}__base` : field.name;

/** The column of the first key that lists are sorted by. */
export function sortColumn(object: CatalogObject): readonly string[] {
  const [first = ""] = object.list.sort.split(",");
  const field = object.byName[first.trim().replace(/^-/, "")];
  return field && columnsOf(field).length > 0 && targetsOf(field).length === 0 ? [keyColumn(field)] : [];
}

/** The days that a column of a board is read in the order of. */
export const stageOrders = (object: CatalogObject): readonly string[] =>
  object.stageField === undefined || !isScoped(object)
    ? []
    : object.fields
        .filter((field) => field.kind === "date" && object.list.columns.includes(field.name))
        .map((field) => field.name);

/** The amounts that lists show. */
export const sumColumns = (object: CatalogObject): readonly string[] =>
  object.fields
    .filter((field) => field.kind === "money" && object.list.columns.includes(field.name))
    .map(keyColumn);

/** Whether an index is kept to find rows by the field. */
export function wantsIndex(object: CatalogObject, field: Field): boolean {
  if (columnsOf(field).length === 0 || field.name === "id") return false;
  if (field.indexed || field.name === object.title || field.name === object.list.sort.replace(/^-/, ""))
    return true;
  return targetsOf(field).length > 0 && field.name !== "created_by" && field.name !== "updated_by";
}
