import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { tableOf } from "./names.ts";
import { columnList, indexName, type PlannedIndex } from "./planned-index.ts";
import { fieldIndex } from "./field-index.ts";
import { latestIndexes } from "./latest-indexes.ts";
import { heldIndexes, versionIndexes } from "./held-indexes.ts";
import { uniqueBody, uniqueSuffix } from "./unique-index.ts";
import { hasLatest, latestOf } from "./has-latest.ts";
import { nameIndexes } from "./name-order.ts";
import { SCOPE, stageOrders } from "./index-columns.ts";

/**
 * The indexes of an object: what is unique, what lists are sorted and found by in every scope, and what held
 * at a moment.
 */
export function indexesOf(workspace: Workspace, object: CatalogObject): readonly PlannedIndex[] {
  const table = tableOf(workspace, object.name);
  const on = (
    suffix: string,
    body: string,
    options: { on?: string; unique?: boolean } = {},
  ): PlannedIndex => ({
    name: indexName(object.name, suffix),
    table: options.on ?? table,
    body,
    unique: options.unique ?? false,
  });
  return [
    on(
      "external",
      `(coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null`,
      { unique: true },
    ),
    ...(object.unique ?? []).map((rule) =>
      on(uniqueSuffix(rule), uniqueBody(object, rule), { unique: true }),
    ),
    ...object.fields.flatMap((field) =>
      fieldIndex(object, field).map(({ suffix, body }) => on(suffix, body)),
    ),
    ...stageOrders(object).map((column) =>
      on(
        `stage_by_${column}`,
        `(${columnList([object.stageField ?? "", column, "id"])}) include (${columnList(SCOPE)})`,
      ),
    ),
    ...nameIndexes(workspace, object, on),
    on("bin", `(deleted_at) where deleted_at is not null`),
    ...(hasLatest(object)
      ? latestIndexes(object).map(({ suffix, body }) =>
          on(suffix, body, { on: latestOf(workspace, object.name) }),
        )
      : heldIndexes(object, on)),
    ...versionIndexes(workspace, object, on),
  ];
}
