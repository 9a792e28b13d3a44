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
  {
    /**
     * One runner for all kinds: where a job stands is its kind's own, so it is JSON; a job may be the
     * program's own and may undo another one, by what it wrote from `log_from` to `log_to` of the log. Jobs under way go on where they stood. `phase`, `collected_to`
     * and `next_item` are no longer written.
     */
    id: "0420_job_runner",
    scope: "workspace",
    statements: (schema) => [
      `alter table ${schema}.job_run alter column actor drop not null, alter column phase drop not null,
        alter column total drop not null, alter column total drop default, add column position jsonb, add column parent uuid,
        add column log_from bigint, add column log_to bigint, add column file jsonb`,
      `update ${schema}.job_run set total = null where phase = 'collect' and status in ('queued', 'running')`,
      `update ${schema}.job_run set position = jsonb_build_object('isNamed', phase = 'work', 'after', collected_to, 'count', (select count(*) from ${schema}.job_item i where i.job = job_run.id), 'next', next_item)
        where kind = 'bulk' and status in ('queued', 'running')`,
      `update ${schema}.job_run set log_from = coalesce((select min(seq) from ${schema}.changes c where c.at >= job_run.made_at - interval '1 hour'), 0) where status = 'running'`,
      `create index job_run_undo on ${schema}.job_run (parent) where parent is not null`,
      `create index job_run_file on ${schema}.job_run ((file ->> 'hash')) where file is not null`,
      `create index job_run_of_person on ${schema}.job_run (actor, made_at desc, id desc)`,
    ],
  },
];
