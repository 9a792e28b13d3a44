import type { Migration } from "../../../../platform/db/migration.ts";

/** How many rows each person took out in files on each day. */
export const exportUseMigrations: readonly Migration[] = [
  {
    id: "0104_export_use",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.export_use (user_id uuid not null, day date not null, rows bigint not null, files integer not null, primary key (user_id, day))`,
      `create index export_use_by_day on ${schema}.export_use (day)`,
    ],
  },
  {
    id: "0432_export_counted",
    scope: "workspace",
    // Rows that an export in the background has counted, until it ends: begun again, it does not count them twice.
    statements: (schema) => [
      `create table ${schema}.export_counted (job uuid primary key, rows bigint not null)`,
    ],
  },
];
