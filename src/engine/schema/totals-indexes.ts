import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { totalsKey, totalsShape } from "./totals-shape.ts";
import { totalsOf } from "./names.ts";
import { columnList, indexName, type PlannedIndex } from "./planned-index.ts";

/** One row for each key, empty values included: what is folded finds its row. */
export function totalsIndexes(workspace: Workspace, object: CatalogObject): readonly PlannedIndex[] {
  const shape = totalsShape(object);
  if (!shape) return [];
  const table = totalsOf(workspace, object.name);
  return [
    {
      name: indexName(object.name, "totals"),
      table,
      body: `(${columnList(totalsKey(shape))}) nulls not distinct`,
      unique: true,
    },
    { name: indexName(object.name, "totals_owner"), table, body: `(owner)`, unique: false },
    { name: indexName(object.name, "totals_department"), table, body: `(department)`, unique: false },
  ];
}
