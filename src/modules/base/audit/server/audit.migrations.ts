import type { Migration } from "../../../../platform/db/migration.ts";

/** What a row of either log may no longer become, once written. */
const REFUSES = "the log is only added to";

/**
 * `salt` and `kept` beside the values of both logs: with the salt gone a value that was erased cannot be
 * guessed from its digest, and `kept` holds what the chain needs of it. Rows from before get their salt when
 * they are sealed. `seal`: the chain. `leaves`: for each row its distance from `first` (4 bytes) and the
 * first 8 bytes of its digest, to name the row that differs.
 */
export const auditMigrations: readonly Migration[] = [
  {
    id: "0120_seal",
    scope: "workspace",
    statements: (schema) => [
      ...["changes", "access_log"].flatMap((table) => [
        `alter table ${schema}.${table} add column salt uuid, add column kept jsonb`,
        `alter table ${schema}.${table} alter column salt set default gen_random_uuid()`,
      ]),
      `create table ${schema}.seal (
        number bigint primary key, log text collate "C" not null, first bigint not null, last bigint not null, count integer not null,
        root bytea not null, previous bytea not null, digest bytea not null, at timestamptz not null, leaves bytea not null)`,
      `create index seal_by_log on ${schema}.seal (log, last)`,
      `create function ${schema}.refuse_log_change() returns trigger language plpgsql as $$
        begin
          raise exception '${REFUSES}' using errcode = 'insufficient_privilege';
        end $$`,
      `create function ${schema}.keep_log_row() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and current_setting('sluice.erasing', true) = 'on' then
            if tg_argv[0] = 'changes' and (new.seq, new.at, new.object, new.record, new.version, new.kind, new.road, new.actor_kind) is not distinct from (old.seq, old.at, old.object, old.record, old.version, old.kind, old.road, old.actor_kind)
              and (new.actor, new.request) is not distinct from (old.actor, old.request) then return new; end if;
            if tg_argv[0] = 'access_log' and (new.id, new.at, new.kind, new.user_id, new.credential) is not distinct from (old.id, old.at, old.kind, old.user_id, old.credential) then return new; end if;
          end if;
          raise exception '${REFUSES}' using errcode = 'insufficient_privilege';
        end $$`,
      ...["changes", "access_log"].map(
        (table) =>
          `create trigger keep_log_row before update or delete on ${schema}.${table} for each row execute function ${schema}.keep_log_row('${table}')`,
      ),
      `create trigger keep_seals before update or delete or truncate on ${schema}.seal for each statement execute function ${schema}.refuse_log_change()`,
    ],
  },
  {
    id: "0121_erasure",
    scope: "workspace",
    // What was erased, to be erased again wherever an older copy comes back.
    statements: (schema) => [
      // The access log has other columns than the changes: only the branch of its own table may name them.
      `create or replace function ${schema}.keep_log_row() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and current_setting('sluice.erasing', true) = 'on' then
            if tg_argv[0] = 'changes' then
              if (new.seq, new.at, new.object, new.record, new.version, new.kind, new.road, new.actor_kind, new.actor, new.request)
                is not distinct from (old.seq, old.at, old.object, old.record, old.version, old.kind, old.road, old.actor_kind, old.actor, old.request) then return new; end if;
            else
              if (new.id, new.at, new.kind, new.user_id, new.credential) is not distinct from (old.id, old.at, old.kind, old.user_id, old.credential) then return new; end if;
            end if;
          end if;
          raise exception '${REFUSES}' using errcode = 'insufficient_privilege';
        end $$`,
      `create table ${schema}.erasure (request uuid primary key, object text collate "C" not null, record uuid not null, attachments boolean not null, at timestamptz not null)`,
    ],
  },
  {
    id: "0122_audit_lists",
    scope: "workspace",
    // The audit list asks for somebody's changes, or for those of an object, the newest first, among
    // millions.
    statements: (schema) => [
      `create index changes_by_actor on ${schema}.changes (actor, seq desc) where actor is not null`,
      `create index changes_by_object on ${schema}.changes (object, seq desc)`,
    ],
  },
  {
    id: "0123_access_filled",
    scope: "workspace",
    // What is old and still has its contents, however much was emptied before.
    statements: (schema) => [
      `create index access_log_filled on ${schema}.access_log (at) where kept is null`,
    ],
  },
  {
    id: "0124_audit_lists_narrow",
    scope: "workspace",
    // The number made every key its own; without it a key is kept once for all its changes. What is rare is
    // found by it, what is frequent is met soon on the way back through the log.
    statements: (schema) => [
      `create index changes_of_actor on ${schema}.changes (actor) where actor is not null`,
      `create index changes_of_object on ${schema}.changes (object)`,
      `drop index ${schema}.changes_by_actor`,
      `drop index ${schema}.changes_by_object`,
    ],
  },
];
