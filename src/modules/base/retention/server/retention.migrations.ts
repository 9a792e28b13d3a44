import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * How long things are kept, and the run of the day: its name in the log, what it has removed so far, when it
 * was done.
 */
export const retentionMigrations: readonly Migration[] = [
  {
    id: "0340_retention",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.retention (
        one boolean primary key default true check (one), days jsonb not null default '{}', run uuid, run_day date, removed jsonb not null default '{}', done_at timestamptz)`,
      `insert into ${schema}.retention default values`,
    ],
  },
];
