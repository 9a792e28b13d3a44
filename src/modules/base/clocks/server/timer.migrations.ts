import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * What is to be done at a moment, set and cleared in the transaction of what it follows from. `due_at` is what was
 * asked for, `run_at` when it is tried next. Timers of one record stand in one lane, which one worker at a time
 * works off, so that they are done in order.
 */
export const timerMigrations: readonly Migration[] = [
  {
    id: "0440_timers",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.timer (
        id uuid primary key default gen_random_uuid(), kind text not null, object text, record uuid, key text not null default '',
        due_at timestamptz not null, run_at timestamptz not null, params jsonb not null default '{}', state text not null default 'waiting',
        tries integer not null default 0, code text, reason jsonb, lane smallint not null, made_at timestamptz not null default now(), ended_at timestamptz)`,
      `create unique index timer_waiting on ${schema}.timer (record, kind, key) nulls not distinct where state = 'waiting'`,
      `create index timer_due on ${schema}.timer (lane, run_at, id) where state = 'waiting'`,
      `create index timer_next on ${schema}.timer (run_at, id) where state = 'waiting'`,
      `create index timer_ended on ${schema}.timer (state, ended_at, id) where state <> 'waiting'`,
      `create index timer_of_record on ${schema}.timer (record) where record is not null`,
    ],
  },
];
