import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * `job_run` is the live state of a job, moved in the transaction of each batch; `job_item` names the records
 * it is about and what became of each.
 */
export const jobMigrations: readonly Migration[] = [
  {
    id: "0045_jobs",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.job_run (
        id uuid primary key, kind text not null, actor uuid not null, narrowed_to uuid, language text not null, payload jsonb not null,
        status text not null, phase text not null, wanted text, collected_to text, next_item integer not null default 1,
        total integer not null default 0, done integer not null default 0, refused integer not null default 0, attempts integer not null default 0,
        error jsonb, made_at timestamptz not null default now(), finished_at timestamptz)`,
      `create index job_run_open on ${schema}.job_run (made_at) where status in ('queued', 'running')`,
      `create table ${schema}.job_item (
        job uuid not null references ${schema}.job_run (id), number integer not null, record text not null, refused jsonb, primary key (job, number))`,
      `create index job_item_refused on ${schema}.job_item (job, number) where refused is not null`,
    ],
  },
];
