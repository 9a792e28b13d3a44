import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * `import_run` is the live state of an import, moved in the transaction of each batch; `import_row` tells
 * what became of each row.
 */
export const importMigrations: readonly Migration[] = [
  {
    id: "0040_importing",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.import_run (
        id uuid primary key, actor uuid not null, language text not null, file_hash text not null, file_name text not null, file_size bigint not null,
        header jsonb not null, options jsonb not null, status text not null, phase text not null, wanted text, next_row integer not null default 1,
        rows integer not null default 0, created integer not null default 0, updated integer not null default 0, skipped integer not null default 0,
        failed integer not null default 0, linked_created integer not null default 0, overrides integer not null default 0, undone integer not null default 0,
        attempts integer not null default 0, questions jsonb not null default '{}', preview jsonb not null default '[]', error jsonb, undo jsonb,
        made_at timestamptz not null default now(), started_at timestamptz, finished_at timestamptz)`,
      `create index import_run_open on ${schema}.import_run (status) where status in ('queued', 'running')`,
      `create table ${schema}.import_row (
        import uuid not null references ${schema}.import_run (id), number integer not null, outcome text not null, record uuid, reasons jsonb, cells jsonb,
        primary key (import, number))`,
      `create index import_row_waiting on ${schema}.import_row (import, number) where outcome in ('waiting', 'failed')`,
      `create table ${schema}.import_upload (id uuid primary key, actor uuid not null, file_hash text not null, file_name text not null, file_size bigint not null, made_at timestamptz not null default now())`,
      `create table ${schema}.import_link (import uuid not null references ${schema}.import_run (id), record uuid not null, object text not null, title text, primary key (import, record))`,
    ],
  },
  {
    id: "0041_import_narrowed",
    scope: "workspace",
    // The role that narrows the key by which an import was started.
    statements: (schema) => [`alter table ${schema}.import_run add column narrowed_to uuid`],
  },
  {
    id: "0042_import_emptied",
    scope: "workspace",
    // When its file and the cells of its rows were taken away.
    statements: (schema) => [`alter table ${schema}.import_run add column emptied_at timestamptz`],
  },
  {
    id: "0043_import_reading",
    scope: "workspace",
    // How the file was read, what should be told of it, and what a workbook knows of the cells of rows that
    // are tried again.
    statements: (schema) => [
      `alter table ${schema}.import_run add column reading jsonb, add column notices jsonb not null default '[]'`,
      `alter table ${schema}.import_row add column marks jsonb`,
    ],
  },
  {
    id: "0421_import_jobs",
    scope: "workspace",
    // Imports are jobs, those of before too; one that is being undone is undone by a job of its own. `wanted`
    // and `attempts` of an import are no longer written.
    statements: (schema) => [
      `insert into ${schema}.job_run (id, kind, actor, narrowed_to, language, payload, status, wanted, total, done, refused, attempts, error, made_at, finished_at)
        select id, 'import', actor, narrowed_to, language, jsonb_build_object('object', options ->> 'object'),
          case when phase = 'undo' and status = 'running' then 'done' else status end, case when phase <> 'undo' and status in ('queued', 'running') then wanted end,
          rows, created + updated + skipped, failed, 0, error, made_at, case when phase = 'undo' and status = 'running' then coalesce(finished_at, now()) else finished_at end
        from ${schema}.import_run`,
      `insert into ${schema}.job_run (id, kind, actor, narrowed_to, language, payload, status, parent)
        select gen_random_uuid(), 'import_undo', actor, narrowed_to, language, jsonb_build_object('import', id, 'object', options ->> 'object'), 'queued', id
        from ${schema}.import_run where phase = 'undo' and status = 'running'`,
    ],
  },
];
