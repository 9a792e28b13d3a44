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
