import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { isScoped, sortColumn } from "./index-columns.ts";

/** The moment that lists of the object are sorted by, where every write sets it. */
export const stampColumn = (object: CatalogObject): string | undefined =>
  object.ledger
    ? undefined
    : sortColumn(object).find((column) => column === "updated_at" || column === "created_at");

/** The narrow table beside the rows that keeps what every change sets: see latest-table.ts. */
export const hasLatest = (object: CatalogObject): boolean =>
  !object.ledger && isScoped(object) && stampColumn(object) === "updated_at";

export const latestOf = (workspace: Workspace, object: string): string =>
  `${ident(workspace.schema)}.${ident(`l_${object}`)}`;
