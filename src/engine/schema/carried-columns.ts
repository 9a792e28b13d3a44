import type { CatalogObject } from "../../shared/metadata/object.ts";
import { columnsOf } from "./names.ts";
import { ORDERED, sortColumn } from "./index-columns.ts";

/** Whose it is and where it stands. */
export const whose = (object: CatalogObject): readonly string[] => [
  "owner",
  "department",
  ...(object.stageField ? [object.stageField] : []),
  "deleted_at",
];

/** Narrow columns that lists filter by, whatever they are sorted by. */
export function carriedNow(object: CatalogObject): readonly string[] {
  const chosen = object.fields
    .filter((field) => field.kind === "select" && field.indexed === true)
    .map((field) => field.name);
  return [...new Set([...whose(object), ...chosen])].slice(0, MOST_CARRIED);
}

/** What totals of a moment are made of. */
export function carriedThen(object: CatalogObject): readonly string[] {
  const listed = object.fields.filter(
    (field) =>
      object.list.columns.includes(field.name) && ORDERED.includes(field.kind) && columnsOf(field).length > 0,
  );
  const pipeline = object.stageField && object.byName["pipeline"] ? ["pipeline"] : [];
  return [
    ...new Set([
      ...whose(object),
      ...pipeline,
      ...listed.flatMap((field) => columnsOf(field).map((column) => column.name)),
      ...timely(object),
    ]),
  ].slice(0, MOST_CARRIED);
}

const timely = (object: CatalogObject): readonly string[] =>
  sortColumn(object).filter((column) => object.byName[column]?.kind === "datetime");

/** PostgreSQL allows 32 columns in an index. */
const MOST_CARRIED = 24;
