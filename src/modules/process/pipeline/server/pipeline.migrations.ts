import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * The ledger of visits: one row per stay of a record in a stage, by month of entry. Months before the first
 * start stand in the default partition. `imported` visits were told by a file; `override` is the reason with
 * which a shut gate was passed. `guidance_opened`: who opened the guidance of a stage (`link` null) or one of
 * its links, beside which record.
 */
export const pipelineMigrations: readonly Migration[] = [
  {
    id: "0300_stage_visit",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.stage_visit (
        id uuid not null, object text collate "C" not null, record uuid not null, pipeline uuid not null, pipeline_version integer,
        stage text collate "C" not null, stage_type text collate "C" not null, entered_at timestamptz not null, left_at timestamptz,
        entered_by uuid, left_by uuid, road text not null, imported boolean not null default false,
        previous_stage text collate "C", next_stage text collate "C", reason text, override text, override_unmet jsonb,
        calendar_seconds numeric, working_days integer,
        primary key (id, entered_at)) partition by range (entered_at)`,
      `create table ${schema}.stage_visit_other partition of ${schema}.stage_visit default`,
      `create index stage_visit_record on ${schema}.stage_visit (record, entered_at)`,
      `create index stage_visit_stage on ${schema}.stage_visit (object, pipeline, stage, entered_at)`,
      `create index stage_visit_left on ${schema}.stage_visit (object, pipeline, left_at)`,
      `create index stage_visit_override on ${schema}.stage_visit (pipeline, entered_at) where override is not null`,
    ],
  },
  {
    id: "0301_guidance_opened",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.guidance_opened (
        id uuid primary key, pipeline uuid not null, stage text collate "C" not null, link text, record uuid, person uuid, opened_at timestamptz not null)`,
      `create index guidance_opened_pipeline on ${schema}.guidance_opened (pipeline, opened_at)`,
    ],
  },
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
    /** Replays that take longer than one waits for. */
    id: "0303_pipeline_simulation",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.pipeline_simulation (
        id uuid primary key, pipeline uuid not null, actor uuid not null, narrowed_to uuid, language text not null, question jsonb not null,
        status text not null, result jsonb, made_at timestamptz not null, finished_at timestamptz)`,
    ],
  },
  {
    /**
     * Visits of records that never were (an import that was undone) stand aside, so that no reader of the
     * ledger can forget to leave them out. `recorded`, `retracted`: between which positions of the log they
     * were believed; null: since before positions were kept.
     */
    id: "0304_visits_no_longer_believed",
    scope: "workspace",
    statements: (schema) => [
      `alter table ${schema}.stage_visit add column recorded bigint`,
      `create table ${schema}.stage_visit_retracted (like ${schema}.stage_visit, retracted bigint not null)`,
      `create index stage_visit_retracted_record on ${schema}.stage_visit_retracted (record)`,
      `with undone as (select distinct on (record) record, kind, note, seq from ${schema}.changes where kind in ('delete', 'restore') order by record, seq desc),
        gone as (delete from ${schema}.stage_visit v using undone u where u.kind = 'delete' and u.note ->> 'retracted' = 'true' and v.record = u.record returning v.*, u.seq)
        insert into ${schema}.stage_visit_retracted select * from gone`,
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
     * Stages that the move into this one left out and answered for; null: none, or made before skipped stages
     * were asked.
     */
    id: "0306_visits_skipped",
    scope: "workspace",
    statements: (schema) => [
      `alter table ${schema}.stage_visit add column skipped text[]`,
      `alter table ${schema}.stage_visit_retracted add column skipped text[]`,
    ],
  },
  {
    /**
     * How long won records stood, were left alone and were put off, by stage: from when on a clock warns.
     * `slips_filled`: objects whose older records have their slips from the log.
     */
    id: "0307_clocks",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.clock_norm (
        pipeline uuid not null, stage text collate "C" not null, clock text collate "C" not null, amber numeric not null, red numeric not null,
        n integer not null, measured_at timestamptz not null, primary key (pipeline, stage, clock))`,
      `create table ${schema}.slips_filled (object text collate "C" primary key)`,
    ],
  },
  {
    /**
     * Each month has a table of its own and a pipeline belongs to one object: an index need say neither, and
     * keeps equal keys once.
     */
    id: "0309_visits_narrow",
    scope: "workspace",
    statements: (schema) => [
      `create index stage_visit_of_stage on ${schema}.stage_visit (pipeline, stage)`,
      `create index stage_visit_left_at on ${schema}.stage_visit (left_at)`,
      `drop index ${schema}.stage_visit_stage`,
      `drop index ${schema}.stage_visit_left`,
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
  {
    /**
     * The digest of what stands still: the working day it was last begun for, and behind whom it goes on;
     * null when everybody is told.
     */
    id: "0311_stalled_digest",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.stalled_digest (one boolean primary key default true check (one), day date, after uuid)`,
      `insert into ${schema}.stalled_digest default values`,
    ],
  },
];
