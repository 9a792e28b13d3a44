import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * One clock for each record and service level. While it runs, `due_at` is `run_amount` of `run_unit` after `run_from`;
 * while it rests, `run_amount` is what is left. `why`: what cancelled it.
 */
export const clockMigrations: readonly Migration[] = [
  {
    id: "0450_service_clocks",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.service_clock (
        id uuid primary key, level uuid not null, object text not null, record uuid not null, state text not null, started_at timestamptz not null,
        due_at timestamptz, warn_at timestamptz, run_from timestamptz not null, run_amount numeric not null, run_unit text not null,
        stopped_at timestamptz, warned_at timestamptz, breached_at timestamptz, owner uuid, department uuid, why text, reason text)`,
      `create unique index service_clock_of_record on ${schema}.service_clock (record, level)`,
      `create index service_clock_of_level on ${schema}.service_clock (level, started_at)`,
      `create index service_clock_open on ${schema}.service_clock (id) where state in ('running', 'warned')`,
      `create index service_clock_of_owner on ${schema}.service_clock (owner, due_at) where state in ('running', 'warned', 'breached') and stopped_at is null`,
    ],
  },
];
