import type { Catalog } from "../engine/kernel/catalog.ts";
import type { Workspace } from "../engine/kernel/context.ts";
import { applySchema } from "../engine/schema/apply.ts";
import type { Database } from "../platform/db/database.ts";

/** The tables of a catalog, with those of the program that queries read. */
export async function queryTables(db: Database, workspace: Workspace, catalog: Catalog): Promise<void> {
  await db.query({ text: `create schema "w_main"` });
  await db.query({
    text: `create table "w_main".search_entry (object text collate "C", id uuid, class text collate "C", title text, tokens text[] collate "C", primary key (object, id, class))`,
  });
  await db.query({ text: `create table "w_main".removed_record (id uuid primary key)` });
  await db.query({
    text: `create table "w_main".derived_state (name text primary key, digest text not null)`,
  });
  await applySchema(db, workspace, catalog);
}
