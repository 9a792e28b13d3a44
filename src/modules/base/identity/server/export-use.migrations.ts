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
  {
    id: "0460_exports_are_balances",
    scope: "workspace",
    // What was counted by person and day goes on as the balance of that person and day; of the files of a day
    // that has passed one line is kept.
    statements: (schema) => [
      `insert into ${schema}.balance (kind, key, slot, amount) select 'export_rows', user_id || '/' || day, 0, rows from ${schema}.export_use`,
      `insert into ${schema}.balance (kind, key, slot, amount) select 'export_files', user_id || '/' || day, 0, files from ${schema}.export_use`,
      `insert into ${schema}.balance_entry (kind, key, amount, at, actor, actor_kind, cause)
        select 'export_rows', user_id || '/' || day, rows, least(day + interval '12 hours', now()), user_id, 'person', 'day' from ${schema}.export_use`,
      `insert into ${schema}.balance_entry (kind, key, amount, at, actor, actor_kind, cause)
        select 'export_files', user_id || '/' || day, files, least(day + interval '12 hours', now()), user_id, 'person', 'day' from ${schema}.export_use`,
      `drop table ${schema}.export_use`,
    ],
  },
];
