import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { historyOf } from "./names.ts";
import { columnList, type On, type PlannedIndex } from "./planned-index.ts";
import { stampColumn } from "./has-latest.ts";
import { sumColumns } from "./index-columns.ts";
import { carriedThen, whose } from "./carried-columns.ts";

/** What held at a moment, where the rows themselves are asked. */
export function heldIndexes(object: CatalogObject, on: On): readonly PlannedIndex[] {
  const stamp = stampColumn(object);
  return [
    on("held", `(valid_from) include (${columnList(["id", ...carriedThen(object)])})`),
    ...(stamp === undefined
      ? []
      : [
          on(
            `older`,
            `(valid_from) include (${columnList(["id", stamp, ...whose(object)])}) where ${ident(stamp)} > valid_from`,
          ),
        ]),
  ];
}

/** Those of the history: a record's versions, what held at a moment, and the order of lists then. */
export function versionIndexes(workspace: Workspace, object: CatalogObject, on: On): readonly PlannedIndex[] {
  const history = { on: historyOf(workspace, object.name) };
  const stamp = stampColumn(object);
  const more = object.stageField ? [object.stageField, "deleted_at"] : ["deleted_at"];
  const versions = ["period", "valid_from", "valid_to", "retracted", ...more];
  const ordered = [...sumColumns(object), ...(stamp === undefined ? [] : [stamp])];
  return [
    on("history_id", `(id, valid_from)`, history),
    on(
      "history_held",
      `(period, valid_from) include (${columnList(["id", "valid_to", "retracted", ...carriedThen(object)])})`,
      history,
    ),
    ...ordered.map((column) =>
      on(
        `history_in_order_of_${column}`,
        `(${columnList([column, "id"])}) include (${columnList(versions)})`,
        history,
      ),
    ),
    ...(stamp === undefined
      ? []
      : [
          on(
            `history_older`,
            `(valid_from) include (${columnList(["id", stamp, "period", "valid_to", "retracted", ...whose(object)])}) where ${ident(stamp)} > valid_from`,
            history,
          ),
        ]),
  ];
}
