import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * Which questions about masked values each person asked in the last hour, so that a page asked for again is
 * not counted again.
 */
export const maskedSearchMigrations: readonly Migration[] = [
  {
    id: "0107_masked_search",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.masked_search (user_id uuid not null, digest bytea not null, at timestamptz not null default now(), primary key (user_id, digest))`,
      `create index masked_search_by_time on ${schema}.masked_search (at)`,
    ],
  },
];
