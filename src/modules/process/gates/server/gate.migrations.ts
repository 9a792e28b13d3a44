import type { Migration } from "../../../../platform/db/migration.ts";

export const gateMigrations: readonly Migration[] = [
  {
    /** Criteria that a record was let past for a time; the newest exception of each stands. */
    id: "0302_gate_exception",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.gate_exception (
        record uuid not null, criterion text collate "C" not null, object text collate "C" not null, pipeline uuid, stage text collate "C",
        until date not null, granted_at timestamptz not null, granted_by uuid, reason text not null, primary key (record, criterion))`,
      `create index gate_exception_until on ${schema}.gate_exception (pipeline, until)`,
    ],
  },
  {
    /**
     * Moves that somebody tried and a gate refused: nothing of them is in the log, as nothing was changed.
     */
    id: "0305_gate_refusal",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.gate_refusal (
        id uuid primary key, object text collate "C" not null, record uuid not null, pipeline uuid not null, previous_stage text collate "C",
        stage text collate "C" not null, tried_at timestamptz not null, tried_by uuid, criteria text[] not null)`,
      `create index gate_refusal_pipeline on ${schema}.gate_refusal (pipeline, tried_at)`,
      `create index gate_refusal_record on ${schema}.gate_refusal (record)`,
    ],
  },
  {
    /**
     * Refusals of every road, once for each person, record, stage and day: `times` says how often. `record`
     * is null where it was to be created; `day` is null of rows that are older than this rule.
     */
    id: "0310_refusals_of_every_road",
    scope: "workspace",
    statements: (schema) => [
      `alter table ${schema}.gate_refusal alter column record drop not null, add column day date, add column times integer not null default 1, add column road text`,
      `create unique index gate_refusal_once on ${schema}.gate_refusal (tried_by, day, pipeline, stage, (coalesce(record, '00000000-0000-0000-0000-000000000000'::uuid)))
        where day is not null and tried_by is not null`,
    ],
  },
];
