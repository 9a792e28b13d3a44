import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * `duplicate_key` is kept in the transaction of the record and can be made anew from the records at any time.
 */
export const duplicateMigrations: readonly Migration[] = [
  {
    id: "0030_duplicates",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.duplicate_key (object text collate "C" not null, id uuid not null, kind text collate "C" not null, key text collate "C" not null, primary key (id, kind, key))`,
      `create index duplicate_key_key on ${schema}.duplicate_key (kind, key, object) include (id)`,
      `create table ${schema}.duplicate_state (one boolean primary key default true check (one), keys_version integer not null)`,
    ],
  },
];
