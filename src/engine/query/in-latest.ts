import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { latestColumns, soughtBy } from "../schema/latest-table.ts";
import { tableOf } from "../schema/names.ts";
import { hasLatest, latestOf } from "../schema/has-latest.ts";

/** Whether conditions name nothing of the row `alias` but these columns. */
export const namesOnly = (columns: readonly string[], alias: string, sql: string): boolean =>
  [...sql.matchAll(new RegExp(`\\b${alias}\\."([^"]+)"`, "g"))].every(([, column = ""]) =>
    columns.includes(column),
  );

/** Whether the narrow table has indexes for all that conditions ask of the row `alias`. */
export const isSoughtInLatest = (object: CatalogObject, alias: string, sql: string): boolean =>
  hasLatest(object) && namesOnly(soughtBy(object), alias, sql);

/** Whether the narrow table holds all that conditions and values say of the row `alias`. */
export const isInLatest = (object: CatalogObject, alias: string, sql: string): boolean =>
  hasLatest(object) && !sql.includes(`${alias}.*`) && namesOnly(latestColumns(object), alias, sql);

/**
 * Where the records that a condition speaks of are looked up: in the narrow table if it holds all that is
 * asked of them, else among the rows.
 */
export const seenIn = (
  workspace: Workspace,
  object: CatalogObject,
  alias: string,
  condition: string,
): string =>
  isInLatest(object, alias, condition) ? latestOf(workspace, object.name) : tableOf(workspace, object.name);
