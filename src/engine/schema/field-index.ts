import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import { columnList } from "./planned-index.ts";
import { hasLatest } from "./has-latest.ts";
import { isScoped, keyColumn, ORDERED, sortColumn, stageOrders, wantsIndex } from "./index-columns.ts";
import { carriedNow } from "./carried-columns.ts";

/**
 * How rows are found by a field. Where sight follows owner and department, usual sort keys carry both, the
 * stage and the choices that lists are filtered by, so that the keys of a page come from the index alone.
 * What a record is of (owner, account, a choice) leads an index of its own without the id: equal keys are
 * kept once. No index of the rows holds what every change sets.
 */
export function fieldIndex(
  object: CatalogObject,
  field: Field,
): readonly { readonly suffix: string; readonly body: string }[] {
  if (!wantsIndex(object, field)) return [];
  const column = keyColumn(field);
  // What is about a record, found by any of those that a list names; most records name none.
  if (field.kind === "links")
    return [
      {
        suffix: `of_${field.name}`,
        body: `using gin (${ident(column)}) with (fastupdate = off) where ${ident(column)} is not null`,
      },
    ];
  if (!isScoped(object)) return [{ suffix: field.name, body: `(${ident(column)}, id)` }];
  if (hasLatest(object) && field.name === "updated_at") return [];
  if (field.name === "owner" || field.name === "department")
    return [
      {
        suffix: `of_${field.name}`,
        body: `(${columnList([column, ...(object.stageField ? [object.stageField] : [])])})`,
      },
    ];
  if (field.name === object.stageField && stageOrders(object).length > 0) return [];
  if (
    sortColumn(object).includes(column) ||
    (object.list.columns.includes(field.name) && ORDERED.includes(field.kind))
  ) {
    const carried = carriedNow(object).filter((name) => name !== column);
    return [
      {
        suffix: `in_order_of_${field.name}`,
        body: `(${columnList([column, "id"])}) include (${columnList(carried)})`,
      },
    ];
  }
  if (targetsOf(field).length > 0 || field.kind === "select" || field.kind === "stage")
    return [{ suffix: `of_${field.name}`, body: `(${ident(column)})` }];
  return [{ suffix: field.name, body: `(${ident(column)}, id)` }];
}
