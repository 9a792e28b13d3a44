import { PROGRAM } from "../engine/kernel/elevate.ts";
import { buildCatalog, EMPTY_LAYER } from "../engine/catalog/build-catalog.ts";
import type { Context, Principal } from "../engine/kernel/context.ts";
import { historyOf, tableOf } from "../engine/schema/names.ts";
import type { Values } from "../shared/metadata/object.ts";
import { testDatabase, type TestDatabase } from "./database.ts";
import { putRows } from "./put-rows.ts";
import { putSearch } from "./put-search.ts";
import { queryContext } from "./query-context.ts";
import { queryObjects } from "./query-objects.ts";
import { queryTables } from "./query-tables.ts";

export interface QueryWorld {
  readonly database: TestDatabase;
  /** Everyone's sight. */
  readonly context: Context;
  /** The same world as another principal. */
  as(principal: Partial<Principal>): Context;
  /** Puts records into the live table, in wire form, with what the row columns need; answers their ids. */
  put(object: string, rows: readonly Values[]): Promise<string[]>;
  /** Puts superseded versions. */
  putPast(object: string, rows: readonly Values[]): Promise<void>;
}

/** A database of its own with the tables of `queryObjects`. */
export async function queryWorld(): Promise<QueryWorld> {
  const catalog = buildCatalog(1, queryObjects, EMPTY_LAYER);
  const workspace = { code: "main", schema: "w_main" };
  const database = await testDatabase({
    template: "query_world",
    prepare: (db) => queryTables(db, workspace, catalog),
  });
  const context = queryContext(database.db, workspace, catalog);
  const fieldsOf = (object: string) => catalog.object(object)?.fields ?? [];
  return {
    database,
    context,
    as: (principal) => ({
      ...context,
      principal: { ...PROGRAM, kind: "person", name: "person", ...principal },
    }),
    async put(object, rows) {
      const ids = await putRows(database.db, tableOf(workspace, object), fieldsOf(object), rows);
      await putSearch(database, catalog.object(object)!, rows, ids);
      return ids;
    },
    async putPast(object, rows) {
      await putRows(database.db, historyOf(workspace, object), fieldsOf(object), rows);
    },
  };
}
