-- workspace 0001_engine
create sequence "w_main".changes_seq;
create table "w_main".changes (seq bigint not null, at timestamptz not null, object text not null, record uuid not null, version integer not null, kind text not null,
         actor uuid, actor_kind text not null, road text not null, before jsonb not null, after jsonb not null, note jsonb, request text, primary key (seq, at)) partition by range (at);
create table "w_main".changes_other partition of "w_main".changes default;
create index changes_record on "w_main".changes (record, seq desc);
create table "w_main".versions (one boolean primary key default true check (one), rights bigint not null default 1, definitions bigint not null default 1);
insert into "w_main".versions default values;
create table "w_main".idempotency (principal text not null, key text not null, digest text not null, status integer not null, object text, record uuid, at timestamptz not null default now(), tx xid8 not null default pg_current_xact_id(), body jsonb, primary key (principal, key));
create index idempotency_at on "w_main".idempotency (at);
create table "w_main".search_entry (object text collate "C" not null, id uuid not null, class text collate "C" not null, tokens text[] collate "C" not null, primary key (object, id, class));
create index search_entry_tokens on "w_main".search_entry using gin (tokens);
create table "w_main".counter (name text primary key, value bigint not null);
create table "w_main".reader (name text primary key, position bigint not null, at timestamptz not null default now());
create table "w_main".reader_failure (reader text not null, seq bigint not null, attempts integer not null, due_at timestamptz not null, error text, primary key (reader, seq));
-- workspace 0002_derived
create table "w_main".derived_state (name text primary key, digest text not null);
-- workspace 0003_search_statistics
alter table "w_main".search_entry alter column tokens set statistics 1000;
-- workspace 0004_removed_record
create table "w_main".removed_record (id uuid primary key, object text collate "C" not null, run uuid not null, at timestamptz not null default now());
-- workspace 0005_search_by_object
alter table "w_main".search_entry rename to search_entry_before;
alter table "w_main".search_entry_before rename constraint search_entry_pkey to search_entry_before_pkey;
drop index "w_main".search_entry_tokens;
create table "w_main".search_entry (object text collate "C" not null, id uuid not null, class text collate "C" not null, tokens text[] collate "C" not null) partition by list (object);
create table "w_main".search_entry_account partition of "w_main".search_entry for values in ('account');
create table "w_main".search_entry_contact partition of "w_main".search_entry for values in ('contact');
create table "w_main".search_entry_lead partition of "w_main".search_entry for values in ('lead');
create table "w_main".search_entry_opportunity partition of "w_main".search_entry for values in ('opportunity');
create table "w_main".search_entry_product partition of "w_main".search_entry for values in ('product');
create table "w_main".search_entry_task partition of "w_main".search_entry for values in ('task');
create table "w_main".search_entry_activity partition of "w_main".search_entry for values in ('activity');
create table "w_main".search_entry_note partition of "w_main".search_entry for values in ('note');
create table "w_main".search_entry_file partition of "w_main".search_entry for values in ('file');
create table "w_main".search_entry_other partition of "w_main".search_entry default;
alter table "w_main".search_entry alter column tokens set statistics 1000;
insert into "w_main".search_entry select object, id, class, tokens from "w_main".search_entry_before;
drop table "w_main".search_entry_before;
alter table "w_main".search_entry add primary key (object, id, class);
create index search_entry_tokens on "w_main".search_entry using gin (tokens);
analyze "w_main".search_entry;
-- workspace 0010_subscriber_failures
alter table "w_main".reader_failure add column code text, add column reason jsonb;
update "w_main".reader_failure set error = null;
alter table "w_main".reader add column passed jsonb;
-- workspace 0431_read_from
alter table "w_main".versions add column read_from bigint not null default 0;
update "w_main".versions set read_from = coalesce((select max(seq) from "w_main".changes), 0);
-- workspace 0100_balances
create table "w_main".balance (
        kind text not null, key text collate "C" not null, slot smallint not null, amount numeric not null check (amount >= 0), primary key (kind, key, slot));
create table "w_main".balance_entry (
        id bigint generated always as identity primary key, kind text not null, key text collate "C" not null, amount numeric not null,
        at timestamptz not null default clock_timestamp(), actor uuid, actor_kind text not null, cause text not null, object text, record uuid, once text);
create index balance_entry_of_key on "w_main".balance_entry (kind, key, id);
create unique index balance_entry_once on "w_main".balance_entry (kind, key, once) where once is not null;
create index balance_entry_of_record on "w_main".balance_entry (record) where record is not null;
create table "w_main".balance_hold (
        id uuid primary key, kind text not null, key text collate "C" not null, amount numeric not null, until timestamptz not null);
create index balance_hold_of_key on "w_main".balance_hold (kind, key, until);
-- workspace 0100_identity
create table "w_main".credential (user_id uuid primary key, hash text not null, must_change boolean not null default false, changed_at timestamptz not null default now());
create table "w_main".sign_in_attempt (login text collate "C" primary key, failed integer not null, rounds integer not null, locked_until timestamptz, last_at timestamptz not null);
create table "w_main".session (
        token_hash bytea primary key, id uuid not null unique default gen_random_uuid(), user_id uuid not null, created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(), expires_at timestamptz not null, ip text, user_agent text, ended_at timestamptz);
create index session_by_user on "w_main".session (user_id, last_seen_at desc) where ended_at is null;
create table "w_main".api_key (
        token_hash bytea primary key, id uuid not null unique default gen_random_uuid(), hint text not null, name text not null, user_id uuid not null, role_id uuid,
        created_at timestamptz not null default now(), expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz);
create index api_key_by_user on "w_main".api_key (user_id, created_at desc) where revoked_at is null;
create table "w_main".invitation (
        token_hash bytea primary key, user_id uuid not null, created_by uuid, created_at timestamptz not null default now(), expires_at timestamptz not null, used_at timestamptz);
create index invitation_by_user on "w_main".invitation (user_id) where used_at is null;
create table "w_main".preference (user_id uuid primary key, value jsonb not null);
create table "w_main".access_log (
        id bigint generated always as identity, at timestamptz not null default now(), kind text not null, user_id uuid, login text, ip text, user_agent text,
        credential uuid, detail jsonb, primary key (id, at)) partition by range (at);
create table "w_main".access_log_other partition of "w_main".access_log default;
create index access_log_failures on "w_main".access_log (ip, at) where kind = 'sign_in_failed';
create index access_log_by_user on "w_main".access_log (user_id, at desc);
-- workspace 0101_shares_version
alter table "w_main".versions add column shares bigint not null default 0;
-- workspace 0102_view_as
alter table "w_main".session add column view_as jsonb;
-- workspace 0103_security
create table "w_main".second_factor (
        user_id uuid primary key, secret bytea not null, made_at timestamptz not null default now(), confirmed_at timestamptz, last_step bigint not null default 0);
create table "w_main".recovery_code (user_id uuid not null, hash bytea not null, primary key (user_id, hash));
create table "w_main".sign_in_challenge (
        token_hash bytea primary key, user_id uuid not null, sets_up boolean not null, created_at timestamptz not null default now(), expires_at timestamptz not null,
        tries integer not null default 0);
create index sign_in_challenge_by_user on "w_main".sign_in_challenge (user_id);
create table "w_main".security (one boolean primary key default true check (one), value jsonb not null default '{}', oidc_secret bytea);
insert into "w_main".security default values;
alter table "w_main".versions add column networks_people cidr[], add column networks_keys cidr[];
-- workspace 0104_export_use
create table "w_main".export_use (user_id uuid not null, day date not null, rows bigint not null, files integer not null, primary key (user_id, day));
create index export_use_by_day on "w_main".export_use (day);
-- workspace 0432_export_counted
create table "w_main".export_counted (job uuid primary key, rows bigint not null);
-- workspace 0460_exports_are_balances
insert into "w_main".balance (kind, key, slot, amount) select 'export_rows', user_id || '/' || day, 0, rows from "w_main".export_use;
insert into "w_main".balance (kind, key, slot, amount) select 'export_files', user_id || '/' || day, 0, files from "w_main".export_use;
insert into "w_main".balance_entry (kind, key, amount, at, actor, actor_kind, cause)
        select 'export_rows', user_id || '/' || day, rows, least(day + interval '12 hours', now()), user_id, 'person', 'day' from "w_main".export_use;
insert into "w_main".balance_entry (kind, key, amount, at, actor, actor_kind, cause)
        select 'export_files', user_id || '/' || day, files, least(day + interval '12 hours', now()), user_id, 'person', 'day' from "w_main".export_use;
drop table "w_main".export_use;
-- workspace 0105_oidc_binding
create table "w_main".oidc_binding (
        issuer text collate "C" not null, subject text collate "C" not null, user_id uuid not null, bound_at timestamptz not null default now(), primary key (issuer, subject), unique (user_id, issuer));
-- workspace 0106_session_way
alter table "w_main".session add column way text;
create index session_by_time on "w_main".session (created_at desc, id desc) where ended_at is null;
-- workspace 0107_masked_search
create table "w_main".masked_search (user_id uuid not null, digest bytea not null, at timestamptz not null default now(), primary key (user_id, digest));
create index masked_search_by_time on "w_main".masked_search (at);
-- workspace 0108_sight_while
create table "w_main".sight_while (source text not null, source_id uuid not null, object text not null, record uuid not null,
        to_object text not null, "to" text not null, primary key (source, source_id, record, to_object, "to"));
create index sight_while_by_grantee on "w_main".sight_while ("to", to_object);
-- workspace 0110_object_use
create table "w_main".object_use (object text collate "C" primary key, answered_at timestamptz not null default now(), answered_by uuid);
insert into "w_main".object_use (object) select substr(c.relname, 3) from pg_class c
 where c.relnamespace = '"w_main"'::regnamespace and c.relkind in ('r', 'p', 'v') and starts_with(c.relname::text, 'o_');
insert into "w_main".object_use (object) select '*' where not exists (select from "w_main".object_use where object = 'role');
-- workspace 0045_jobs
create table "w_main".job_run (
        id uuid primary key, kind text not null, actor uuid not null, narrowed_to uuid, language text not null, payload jsonb not null,
        status text not null, phase text not null, wanted text, collected_to text, next_item integer not null default 1,
        total integer not null default 0, done integer not null default 0, refused integer not null default 0, attempts integer not null default 0,
        error jsonb, made_at timestamptz not null default now(), finished_at timestamptz);
create index job_run_open on "w_main".job_run (made_at) where status in ('queued', 'running');
create table "w_main".job_item (
        job uuid not null references "w_main".job_run (id), number integer not null, record text not null, refused jsonb, primary key (job, number));
create index job_item_refused on "w_main".job_item (job, number) where refused is not null;
-- workspace 0420_job_runner
alter table "w_main".job_run alter column actor drop not null, alter column phase drop not null,
        alter column total drop not null, alter column total drop default, add column position jsonb, add column parent uuid,
        add column log_from bigint, add column log_to bigint, add column file jsonb;
update "w_main".job_run set total = null where phase = 'collect' and status in ('queued', 'running');
update "w_main".job_run set position = jsonb_build_object('isNamed', phase = 'work', 'after', collected_to, 'count', (select count(*) from "w_main".job_item i where i.job = job_run.id), 'next', next_item)
        where kind = 'bulk' and status in ('queued', 'running');
update "w_main".job_run set log_from = coalesce((select min(seq) from "w_main".changes c where c.at >= job_run.made_at - interval '1 hour'), 0) where status = 'running';
create index job_run_undo on "w_main".job_run (parent) where parent is not null;
create index job_run_file on "w_main".job_run ((file ->> 'hash')) where file is not null;
create index job_run_of_person on "w_main".job_run (actor, made_at desc, id desc);
-- workspace 0120_seal
alter table "w_main".changes add column salt uuid, add column kept jsonb;
alter table "w_main".changes alter column salt set default gen_random_uuid();
alter table "w_main".access_log add column salt uuid, add column kept jsonb;
alter table "w_main".access_log alter column salt set default gen_random_uuid();
create table "w_main".seal (
        number bigint primary key, log text collate "C" not null, first bigint not null, last bigint not null, count integer not null,
        root bytea not null, previous bytea not null, digest bytea not null, at timestamptz not null, leaves bytea not null);
create index seal_by_log on "w_main".seal (log, last);
create function "w_main".refuse_log_change() returns trigger language plpgsql as $$
        begin
          raise exception 'the log is only added to' using errcode = 'insufficient_privilege';
        end $$;
create function "w_main".keep_log_row() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and current_setting('sluice.erasing', true) = 'on' then
            if tg_argv[0] = 'changes' and (new.seq, new.at, new.object, new.record, new.version, new.kind, new.road, new.actor_kind) is not distinct from (old.seq, old.at, old.object, old.record, old.version, old.kind, old.road, old.actor_kind)
              and (new.actor, new.request) is not distinct from (old.actor, old.request) then return new; end if;
            if tg_argv[0] = 'access_log' and (new.id, new.at, new.kind, new.user_id, new.credential) is not distinct from (old.id, old.at, old.kind, old.user_id, old.credential) then return new; end if;
          end if;
          raise exception 'the log is only added to' using errcode = 'insufficient_privilege';
        end $$;
create trigger keep_log_row before update or delete on "w_main".changes for each row execute function "w_main".keep_log_row('changes');
create trigger keep_log_row before update or delete on "w_main".access_log for each row execute function "w_main".keep_log_row('access_log');
create trigger keep_seals before update or delete or truncate on "w_main".seal for each statement execute function "w_main".refuse_log_change();
-- workspace 0121_erasure
create or replace function "w_main".keep_log_row() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and current_setting('sluice.erasing', true) = 'on' then
            if tg_argv[0] = 'changes' then
              if (new.seq, new.at, new.object, new.record, new.version, new.kind, new.road, new.actor_kind, new.actor, new.request)
                is not distinct from (old.seq, old.at, old.object, old.record, old.version, old.kind, old.road, old.actor_kind, old.actor, old.request) then return new; end if;
            else
              if (new.id, new.at, new.kind, new.user_id, new.credential) is not distinct from (old.id, old.at, old.kind, old.user_id, old.credential) then return new; end if;
            end if;
          end if;
          raise exception 'the log is only added to' using errcode = 'insufficient_privilege';
        end $$;
create table "w_main".erasure (request uuid primary key, object text collate "C" not null, record uuid not null, attachments boolean not null, at timestamptz not null);
-- workspace 0122_audit_lists
create index changes_by_actor on "w_main".changes (actor, seq desc) where actor is not null;
create index changes_by_object on "w_main".changes (object, seq desc);
-- workspace 0123_access_filled
create index access_log_filled on "w_main".access_log (at) where kept is null;
-- workspace 0124_audit_lists_narrow
create index changes_of_actor on "w_main".changes (actor) where actor is not null;
create index changes_of_object on "w_main".changes (object);
drop index "w_main".changes_by_actor;
drop index "w_main".changes_by_object;
-- workspace 0480_upload
create table "w_main".upload (id uuid primary key, actor uuid not null, name text not null, said text not null, size bigint not null, sha256 text, made_at timestamptz not null default now());
create index upload_by_actor on "w_main".upload (actor);
create table "w_main".upload_piece (upload uuid not null references "w_main".upload (id) on delete cascade, start bigint not null, size bigint not null, hash text not null, primary key (upload, start));
create index upload_piece_by_hash on "w_main".upload_piece (hash);
-- workspace 0470_comment_reading
create table "w_main".comment_reading (comment uuid not null, person uuid not null, at timestamptz not null, primary key (comment, person));
create index comment_reading_of on "w_main".comment_reading (person);
-- workspace 0471_record_look
create table "w_main".record_look (record uuid not null, person uuid not null, first_at timestamptz not null, last_at timestamptz not null, count integer not null, primary key (record, person));
create index record_look_of on "w_main".record_look (person);
create index record_look_old on "w_main".record_look (last_at);
-- workspace 0450_link
create table "w_main".link (
        id uuid primary key default gen_random_uuid(), token_hash bytea not null unique, purpose text collate "C" not null, object text collate "C" not null, record uuid not null,
        person uuid, made_by uuid, made_at timestamptz not null default now(), expires_at timestamptz not null, max_uses integer, uses integer not null default 0,
        last_used_at timestamptz, revoked_at timestamptz, revoked_by uuid, check (max_uses is null or uses <= max_uses));
create index link_by_record on "w_main".link (record);
create index link_by_person on "w_main".link (person) where revoked_at is null;
create index link_by_time on "w_main".link (made_at desc, id desc);
-- workspace 0451_spent_proof
create table "w_main".spent_proof (salt text collate "C" primary key, until timestamptz not null);
create index spent_proof_until on "w_main".spent_proof (until);
-- workspace 0440_timers
create table "w_main".timer (
        id uuid primary key default gen_random_uuid(), kind text not null, object text, record uuid, key text not null default '',
        due_at timestamptz not null, run_at timestamptz not null, params jsonb not null default '{}', state text not null default 'waiting',
        tries integer not null default 0, code text, reason jsonb, lane smallint not null, made_at timestamptz not null default now(), ended_at timestamptz);
create unique index timer_waiting on "w_main".timer (record, kind, key) nulls not distinct where state = 'waiting';
create index timer_due on "w_main".timer (lane, run_at, id) where state = 'waiting';
create index timer_next on "w_main".timer (run_at, id) where state = 'waiting';
create index timer_ended on "w_main".timer (state, ended_at, id) where state <> 'waiting';
create index timer_of_record on "w_main".timer (record) where record is not null;
-- workspace 0450_messages
create table "w_main".message_queue (
        id uuid primary key, channel text not null, target uuid, event text not null, first_at timestamptz not null, due_at timestamptz not null,
        claimed_until timestamptz, tries integer not null default 0, answer text);
create index message_queue_due on "w_main".message_queue (channel, due_at);
create index message_queue_open on "w_main".message_queue (target, channel, event);
create table "w_main".message_line (notification uuid not null, channel text not null, message uuid not null, primary key (notification, channel));
create index message_line_of on "w_main".message_line (message);
create table "w_main".message_content (message uuid primary key, content bytea not null);
create table "w_main".refused_address (address text primary key, words text not null, at timestamptz not null default now());
create table "w_main".mail_settings (
        one boolean primary key default true check (one), host text, port integer not null default 587, security text not null default 'starttls', sign_in text,
        password bytea, sender text not null default '', site text);
insert into "w_main".mail_settings default values;
-- workspace 0451_message_preference
create table "w_main".message_preference (user_id uuid primary key, value jsonb not null);
-- workspace 0452_robot_pace
create table "w_main".robot_pace (robot uuid primary key, next_at timestamptz not null);
-- workspace 0340_retention
create table "w_main".retention (
        one boolean primary key default true check (one), days jsonb not null default '{}', run uuid, run_day date, removed jsonb not null default '{}', done_at timestamptz);
insert into "w_main".retention default values;
-- workspace 0030_duplicates
create table "w_main".duplicate_key (object text collate "C" not null, id uuid not null, kind text collate "C" not null, key text collate "C" not null, primary key (id, kind, key));
create index duplicate_key_key on "w_main".duplicate_key (kind, key, object) include (id);
create table "w_main".duplicate_state (one boolean primary key default true check (one), keys_version integer not null);
-- workspace 0040_importing
create table "w_main".import_run (
        id uuid primary key, actor uuid not null, language text not null, file_hash text not null, file_name text not null, file_size bigint not null,
        header jsonb not null, options jsonb not null, status text not null, phase text not null, wanted text, next_row integer not null default 1,
        rows integer not null default 0, created integer not null default 0, updated integer not null default 0, skipped integer not null default 0,
        failed integer not null default 0, linked_created integer not null default 0, overrides integer not null default 0, undone integer not null default 0,
        attempts integer not null default 0, questions jsonb not null default '{}', preview jsonb not null default '[]', error jsonb, undo jsonb,
        made_at timestamptz not null default now(), started_at timestamptz, finished_at timestamptz);
create index import_run_open on "w_main".import_run (status) where status in ('queued', 'running');
create table "w_main".import_row (
        import uuid not null references "w_main".import_run (id), number integer not null, outcome text not null, record uuid, reasons jsonb, cells jsonb,
        primary key (import, number));
create index import_row_waiting on "w_main".import_row (import, number) where outcome in ('waiting', 'failed');
create table "w_main".import_upload (id uuid primary key, actor uuid not null, file_hash text not null, file_name text not null, file_size bigint not null, made_at timestamptz not null default now());
create table "w_main".import_link (import uuid not null references "w_main".import_run (id), record uuid not null, object text not null, title text, primary key (import, record));
-- workspace 0041_import_narrowed
alter table "w_main".import_run add column narrowed_to uuid;
-- workspace 0042_import_emptied
alter table "w_main".import_run add column emptied_at timestamptz;
-- workspace 0043_import_reading
alter table "w_main".import_run add column reading jsonb, add column notices jsonb not null default '[]';
alter table "w_main".import_row add column marks jsonb;
-- workspace 0421_import_jobs
insert into "w_main".job_run (id, kind, actor, narrowed_to, language, payload, status, wanted, total, done, refused, attempts, error, made_at, finished_at)
        select id, 'import', actor, narrowed_to, language, jsonb_build_object('object', options ->> 'object'),
          case when phase = 'undo' and status = 'running' then 'done' else status end, case when phase <> 'undo' and status in ('queued', 'running') then wanted end,
          rows, created + updated + skipped, failed, 0, error, made_at, case when phase = 'undo' and status = 'running' then coalesce(finished_at, now()) else finished_at end
        from "w_main".import_run;
insert into "w_main".job_run (id, kind, actor, narrowed_to, language, payload, status, parent)
        select gen_random_uuid(), 'import_undo', actor, narrowed_to, language, jsonb_build_object('import', id, 'object', options ->> 'object'), 'queued', id
        from "w_main".import_run where phase = 'undo' and status = 'running';
-- workspace 0450_service_clocks
create table "w_main".service_clock (
        id uuid primary key, level uuid not null, object text not null, record uuid not null, state text not null, started_at timestamptz not null,
        due_at timestamptz, warn_at timestamptz, run_from timestamptz not null, run_amount numeric not null, run_unit text not null,
        stopped_at timestamptz, warned_at timestamptz, breached_at timestamptz, owner uuid, department uuid, why text, reason text);
create unique index service_clock_of_record on "w_main".service_clock (record, level);
create index service_clock_of_level on "w_main".service_clock (level, started_at);
create index service_clock_open on "w_main".service_clock (id) where state in ('running', 'warned');
create index service_clock_of_owner on "w_main".service_clock (owner, due_at) where state in ('running', 'warned', 'breached') and stopped_at is null;
-- workspace 0300_stage_visit
create table "w_main".stage_visit (
        id uuid not null, object text collate "C" not null, record uuid not null, pipeline uuid not null, pipeline_version integer,
        stage text collate "C" not null, stage_type text collate "C" not null, entered_at timestamptz not null, left_at timestamptz,
        entered_by uuid, left_by uuid, road text not null, imported boolean not null default false,
        previous_stage text collate "C", next_stage text collate "C", reason text, override text, override_unmet jsonb,
        calendar_seconds numeric, working_days integer,
        primary key (id, entered_at)) partition by range (entered_at);
create table "w_main".stage_visit_other partition of "w_main".stage_visit default;
create index stage_visit_record on "w_main".stage_visit (record, entered_at);
create index stage_visit_stage on "w_main".stage_visit (object, pipeline, stage, entered_at);
create index stage_visit_left on "w_main".stage_visit (object, pipeline, left_at);
create index stage_visit_override on "w_main".stage_visit (pipeline, entered_at) where override is not null;
-- workspace 0301_guidance_opened
create table "w_main".guidance_opened (
        id uuid primary key, pipeline uuid not null, stage text collate "C" not null, link text, record uuid, person uuid, opened_at timestamptz not null);
create index guidance_opened_pipeline on "w_main".guidance_opened (pipeline, opened_at);
-- workspace 0304_visits_no_longer_believed
alter table "w_main".stage_visit add column recorded bigint;
create table "w_main".stage_visit_retracted (like "w_main".stage_visit, retracted bigint not null);
create index stage_visit_retracted_record on "w_main".stage_visit_retracted (record);
with undone as (select distinct on (record) record, kind, note, seq from "w_main".changes where kind in ('delete', 'restore') order by record, seq desc),
        gone as (delete from "w_main".stage_visit v using undone u where u.kind = 'delete' and u.note ->> 'retracted' = 'true' and v.record = u.record returning v.*, u.seq)
        insert into "w_main".stage_visit_retracted select * from gone;
-- workspace 0306_visits_skipped
alter table "w_main".stage_visit add column skipped text[];
alter table "w_main".stage_visit_retracted add column skipped text[];
-- workspace 0307_clocks
create table "w_main".clock_norm (
        pipeline uuid not null, stage text collate "C" not null, clock text collate "C" not null, amber numeric not null, red numeric not null,
        n integer not null, measured_at timestamptz not null, primary key (pipeline, stage, clock));
create table "w_main".slips_filled (object text collate "C" primary key);
-- workspace 0309_visits_narrow
create index stage_visit_of_stage on "w_main".stage_visit (pipeline, stage);
create index stage_visit_left_at on "w_main".stage_visit (left_at);
drop index "w_main".stage_visit_stage;
drop index "w_main".stage_visit_left;
-- workspace 0311_stalled_digest
create table "w_main".stalled_digest (one boolean primary key default true check (one), day date, after uuid);
insert into "w_main".stalled_digest default values;
-- workspace 0302_gate_exception
create table "w_main".gate_exception (
        record uuid not null, criterion text collate "C" not null, object text collate "C" not null, pipeline uuid, stage text collate "C",
        until date not null, granted_at timestamptz not null, granted_by uuid, reason text not null, primary key (record, criterion));
create index gate_exception_until on "w_main".gate_exception (pipeline, until);
-- workspace 0305_gate_refusal
create table "w_main".gate_refusal (
        id uuid primary key, object text collate "C" not null, record uuid not null, pipeline uuid not null, previous_stage text collate "C",
        stage text collate "C" not null, tried_at timestamptz not null, tried_by uuid, criteria text[] not null);
create index gate_refusal_pipeline on "w_main".gate_refusal (pipeline, tried_at);
create index gate_refusal_record on "w_main".gate_refusal (record);
-- workspace 0310_refusals_of_every_road
alter table "w_main".gate_refusal alter column record drop not null, add column day date, add column times integer not null default 1, add column road text;
create unique index gate_refusal_once on "w_main".gate_refusal (tried_by, day, pipeline, stage, (coalesce(record, '00000000-0000-0000-0000-000000000000'::uuid)))
        where day is not null and tried_by is not null;
-- workspace 0303_pipeline_simulation
create table "w_main".pipeline_simulation (
        id uuid primary key, pipeline uuid not null, actor uuid not null, narrowed_to uuid, language text not null, question jsonb not null,
        status text not null, result jsonb, made_at timestamptz not null, finished_at timestamptz);
-- workspace 0400_stage_visit_view
create view "w_main".o_stage_visit as select
        id, 1::integer as version, null::uuid as owner, null::uuid as department, entered_at as created_at, entered_by as created_by,
        coalesce(left_at, entered_at) as updated_at, coalesce(left_by, entered_by) as updated_by, null::text collate "C" as external_id, null::text collate "C" as source_system,
        record, object as record__object, pipeline, stage, stage_type, entered_at, left_at, entered_by, left_by, road, imported, previous_stage, next_stage, reason, override,
        case when left_at is not null then round(extract(epoch from greatest(left_at - entered_at, interval '0')) / 86400, 12) end as calendar_days, working_days::bigint as working_days,
        entered_at as valid_from, 0::bigint as recorded, null::timestamptz as deleted_at, null::uuid as deleted_by
      from "w_main".stage_visit;
-- workspace 0401_visits_as_then_known
drop view "w_main".o_stage_visit;
create view "w_main".o_stage_visit as select id, 1::integer as version, null::uuid as owner, null::uuid as department, entered_at as created_at, entered_by as created_by,
  coalesce(left_at, entered_at) as updated_at, coalesce(left_by, entered_by) as updated_by, null::text collate "C" as external_id, null::text collate "C" as source_system,
  record, object as record__object, pipeline, stage, stage_type, entered_at, left_at, entered_by, left_by, road, imported, previous_stage, next_stage, reason, override,
  case when left_at is not null then round(extract(epoch from greatest(left_at - entered_at, interval '0')) / 86400, 12) end as calendar_days, working_days::bigint as working_days,
  entered_at as valid_from, coalesce(recorded, 0) as recorded, null::timestamptz as deleted_at, null::uuid as deleted_by from "w_main".stage_visit;
create view "w_main".h_stage_visit as select id, 1::integer as version, null::uuid as owner, null::uuid as department, entered_at as created_at, entered_by as created_by,
  coalesce(left_at, entered_at) as updated_at, coalesce(left_by, entered_by) as updated_by, null::text collate "C" as external_id, null::text collate "C" as source_system,
  record, object as record__object, pipeline, stage, stage_type, entered_at, left_at, entered_by, left_by, road, imported, previous_stage, next_stage, reason, override,
  case when left_at is not null then round(extract(epoch from greatest(left_at - entered_at, interval '0')) / 86400, 12) end as calendar_days, working_days::bigint as working_days,
  entered_at as valid_from, coalesce(recorded, 0) as recorded, null::timestamptz as deleted_at, null::uuid as deleted_by, retracted from "w_main".stage_visit_retracted;
-- workspace 0402_gate_refusal_view
create view "w_main".o_gate_refusal as select id, 1::integer as version, null::uuid as owner, null::uuid as department, tried_at as created_at, tried_by as created_by,
  tried_at as updated_at, tried_by as updated_by, null::text collate "C" as external_id, null::text collate "C" as source_system,
  record, object as record__object, pipeline, previous_stage, stage, tried_at, tried_by,
  tried_at as valid_from, 0::bigint as recorded, null::timestamptz as deleted_at, null::uuid as deleted_by from "w_main".gate_refusal;
create view "w_main".h_gate_refusal as select id, 1::integer as version, null::uuid as owner, null::uuid as department, tried_at as created_at, tried_by as created_by,
  tried_at as updated_at, tried_by as updated_by, null::text collate "C" as external_id, null::text collate "C" as source_system,
  record, object as record__object, pipeline, previous_stage, stage, tried_at, tried_by,
  tried_at as valid_from, 0::bigint as recorded, null::timestamptz as deleted_at, null::uuid as deleted_by, null::bigint as retracted from "w_main".gate_refusal where false;
-- workspace 0330_handover
create table "w_main".handover_plan (job uuid primary key, user_id uuid not null, plan jsonb not null);
-- from the catalog
create table if not exists "w_main"."o_object_definition" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "definition" jsonb);
create table if not exists "w_main"."h_object_definition" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "definition" jsonb);
create table if not exists "w_main"."o_field_definition" ("created_at" timestamptz, "updated_at" timestamptz, "hidden_at" timestamptz, "dropped_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "hidden" boolean, "external_id" text collate "C", "source_system" text collate "C", "object" text collate "C", "name" text collate "C", "definition" jsonb);
create table if not exists "w_main"."h_field_definition" ("created_at" timestamptz, "updated_at" timestamptz, "hidden_at" timestamptz, "dropped_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "hidden" boolean, "external_id" text collate "C", "source_system" text collate "C", "object" text collate "C", "name" text collate "C", "definition" jsonb);
create table if not exists "w_main"."o_definition_change" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "object" text collate "C", "field" text collate "C", "changes" jsonb);
create table if not exists "w_main"."h_definition_change" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "object" text collate "C", "field" text collate "C", "changes" jsonb);
create table if not exists "w_main"."o_lead" ("created_at" timestamptz, "updated_at" timestamptz, "pipeline_version" bigint, "stage_entered_at" timestamptz, "slip_count" bigint, "slip_days" bigint, "score" bigint, "next_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "budget__rate_date" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "pipeline" uuid, "product" uuid, "account" uuid, "contact" uuid, "opportunity" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "company" text collate "C", "company__order" text collate "C", "contact_name" text collate "C", "title" text collate "C", "mobile" text collate "C", "phone" text collate "C", "email" text collate "C", "wechat" text collate "C", "source" text collate "C", "requirement" text collate "C", "status" text collate "C", "stage_type" text collate "C", "gate_state" jsonb, "industry" text collate "C", "region" jsonb, "budget" numeric, "budget__currency" text collate "C", "budget__base" numeric, "rejected_reason" text collate "C");
create or replace function "w_main"."forget_lead_company__order"() returns trigger language plpgsql as $$ begin new."company__order" := null; return new; end $$;
create or replace trigger "forget_company__order" before update on "w_main"."o_lead" for each row when (old."company" is distinct from new."company" and old."company__order" is not distinct from new."company__order") execute function "w_main"."forget_lead_company__order"();
create table if not exists "w_main"."h_lead" ("created_at" timestamptz, "updated_at" timestamptz, "pipeline_version" bigint, "stage_entered_at" timestamptz, "slip_count" bigint, "slip_days" bigint, "score" bigint, "next_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "budget__rate_date" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "pipeline" uuid, "product" uuid, "account" uuid, "contact" uuid, "opportunity" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "company" text collate "C", "company__order" text collate "C", "contact_name" text collate "C", "title" text collate "C", "mobile" text collate "C", "phone" text collate "C", "email" text collate "C", "wechat" text collate "C", "source" text collate "C", "requirement" text collate "C", "status" text collate "C", "stage_type" text collate "C", "gate_state" jsonb, "industry" text collate "C", "region" jsonb, "budget" numeric, "budget__currency" text collate "C", "budget__base" numeric, "rejected_reason" text collate "C");
create table if not exists "w_main"."r_lead" ("last_contact_at" timestamptz, "last_activity_at" timestamptz, "id" uuid primary key, "waiting_consents" numeric);
create table if not exists "w_main"."t_lead" ("status" text collate "C", "pipeline" uuid, "stage_type" text collate "C", "department" uuid, "owner" uuid, "_currency" text collate "C", "_records" bigint, "_given" bigint, "_amount" numeric, "_base" numeric) with (fillfactor = 50);
create table if not exists "w_main"."d_lead" ("status" text collate "C", "pipeline" uuid, "stage_type" text collate "C", "department" uuid, "owner" uuid, "_currency" text collate "C", "_records" bigint, "_given" bigint, "_amount" numeric, "_base" numeric) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create table if not exists "w_main"."o_account" ("created_at" timestamptz, "updated_at" timestamptz, "employees" bigint, "year_founded" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "revenue__rate_date" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "parent" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "short_name" text collate "C", "uscc" text collate "C", "industry" text collate "C", "level" text collate "C", "type" text collate "C", "size" text collate "C", "source" text collate "C", "phone" text collate "C", "website" text collate "C", "address" jsonb, "revenue" numeric, "revenue__currency" text collate "C", "revenue__base" numeric, "description" text collate "C");
create or replace function "w_main"."forget_account_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_account" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_account_name__order"();
create table if not exists "w_main"."h_account" ("created_at" timestamptz, "updated_at" timestamptz, "employees" bigint, "year_founded" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "revenue__rate_date" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "parent" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "short_name" text collate "C", "uscc" text collate "C", "industry" text collate "C", "level" text collate "C", "type" text collate "C", "size" text collate "C", "source" text collate "C", "phone" text collate "C", "website" text collate "C", "address" jsonb, "revenue" numeric, "revenue__currency" text collate "C", "revenue__base" numeric, "description" text collate "C");
create table if not exists "w_main"."r_account" ("last_activity_at" timestamptz, "id" uuid primary key, "open_amount" numeric, "won_amount" numeric);
create table if not exists "w_main"."l_account" ("id" uuid primary key, "updated_at" timestamptz, "valid_from" timestamptz, "owner" uuid, "department" uuid, "deleted_at" timestamptz, "word_bits" bit(512));
alter table "w_main"."o_account" set (fillfactor = 90);
create or replace function "w_main"."keep_l_account"() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' then delete from "w_main"."l_account" where id = old.id; return null; end if;
      if tg_op = 'INSERT' then insert into "w_main"."l_account" ("id", "updated_at", "valid_from", "owner", "department", "deleted_at", word_bits) values (new."id", new."updated_at", new."valid_from", new."owner", new."department", new."deleted_at", (select bit_or("w_main".word_bits(e.tokens)) from "w_main"."search_entry_account" e where e.object = 'account' and e.id = new.id))
      on conflict (id) do update set "updated_at" = excluded."updated_at", "valid_from" = excluded."valid_from", "owner" = excluded."owner", "department" = excluded."department", "deleted_at" = excluded."deleted_at"; return null; end if;
      insert into "w_main"."l_account" ("id", "updated_at", "valid_from", "owner", "department", "deleted_at") values (new."id", new."updated_at", new."valid_from", new."owner", new."department", new."deleted_at")
      on conflict (id) do update set "updated_at" = excluded."updated_at", "valid_from" = excluded."valid_from", "owner" = excluded."owner", "department" = excluded."department", "deleted_at" = excluded."deleted_at";
      return null;
    end $$;
create or replace trigger keep_latest after insert or delete on "w_main"."o_account" for each row execute function "w_main"."keep_l_account"();
create or replace trigger keep_latest_changed after update on "w_main"."o_account" for each row when ((old."updated_at", old."valid_from", old."owner", old."department", old."deleted_at") is distinct from (new."updated_at", new."valid_from", new."owner", new."department", new."deleted_at")) execute function "w_main"."keep_l_account"();
create or replace function "w_main".word_bits(words text[]) returns bit(512) language sql immutable parallel safe as $$
      select bit_or(set_bit(set_bit(b'0'::bit(512), hashtext(w.word) & 511, 1), (hashtext(w.word) >> 9) & 511, 1)) from unnest(words) as w(word) $$;
create or replace function "w_main"."keep_word_bits_account"() returns trigger language plpgsql as $$ begin
      if tg_op = 'INSERT' then
        update "w_main"."l_account" l set word_bits = (select bit_or("w_main".word_bits(e.tokens)) from "w_main"."search_entry_account" e where e.object = 'account' and e.id = new.id) where l.id = new.id and (l.word_bits is null or exists (select from unnest(new.tokens) as w(word) where get_bit(l.word_bits, hashtext(w.word) & 511) = 0 or get_bit(l.word_bits, (hashtext(w.word) >> 9) & 511) = 0));
      else
        update "w_main"."l_account" l set word_bits = coalesce((select bit_or("w_main".word_bits(e.tokens)) from "w_main"."search_entry_account" e where e.object = 'account' and e.id = old.id), b'0'::bit(512)) where l.id = old.id;
      end if;
      return null;
    end $$;
create or replace trigger keep_word_bits after insert or delete on "w_main"."search_entry_account" for each row execute function "w_main"."keep_word_bits_account"();
create or replace trigger keep_word_bits_changed after update on "w_main"."search_entry_account" for each row when (old.tokens is distinct from new.tokens) execute function "w_main"."keep_word_bits_account"();
create table if not exists "w_main"."o_contact" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "birthday" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "account" uuid, "reports_to" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "title" text collate "C", "unit" text collate "C", "mobile" text collate "C", "phone" text collate "C", "email" text collate "C", "wechat" text collate "C", "role" text collate "C", "attitude" text collate "C", "description" text collate "C");
create or replace function "w_main"."forget_contact_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_contact" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_contact_name__order"();
create table if not exists "w_main"."h_contact" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "birthday" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "account" uuid, "reports_to" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "title" text collate "C", "unit" text collate "C", "mobile" text collate "C", "phone" text collate "C", "email" text collate "C", "wechat" text collate "C", "role" text collate "C", "attitude" text collate "C", "description" text collate "C");
create table if not exists "w_main"."o_opportunity" ("created_at" timestamptz, "updated_at" timestamptz, "pipeline_version" bigint, "stage_entered_at" timestamptz, "slip_count" bigint, "slip_days" bigint, "next_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "amount__rate_date" date, "close_date" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "account" uuid, "contact" uuid, "pipeline" uuid, "product" uuid, "competitor" uuid, "deleted_by" uuid, "budget_confirmed" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "stage" text collate "C", "stage_type" text collate "C", "gate_state" jsonb, "amount" numeric, "amount__currency" text collate "C", "amount__base" numeric, "probability" numeric, "forecast_category" text collate "C", "source" text collate "C", "type" text collate "C", "requirement" text collate "C", "next_step" text collate "C", "lost_reason" text collate "C", "lost_detail" text collate "C", "description" text collate "C");
create or replace function "w_main"."forget_opportunity_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_opportunity" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_opportunity_name__order"();
create table if not exists "w_main"."h_opportunity" ("created_at" timestamptz, "updated_at" timestamptz, "pipeline_version" bigint, "stage_entered_at" timestamptz, "slip_count" bigint, "slip_days" bigint, "next_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "amount__rate_date" date, "close_date" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "account" uuid, "contact" uuid, "pipeline" uuid, "product" uuid, "competitor" uuid, "deleted_by" uuid, "budget_confirmed" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "stage" text collate "C", "stage_type" text collate "C", "gate_state" jsonb, "amount" numeric, "amount__currency" text collate "C", "amount__base" numeric, "probability" numeric, "forecast_category" text collate "C", "source" text collate "C", "type" text collate "C", "requirement" text collate "C", "next_step" text collate "C", "lost_reason" text collate "C", "lost_detail" text collate "C", "description" text collate "C");
create table if not exists "w_main"."r_opportunity" ("last_contact_at" timestamptz, "last_activity_at" timestamptz, "id" uuid primary key, "waiting_consents" numeric);
create table if not exists "w_main"."t_opportunity" ("stage" text collate "C", "pipeline" uuid, "stage_type" text collate "C", "department" uuid, "owner" uuid, "_currency" text collate "C", "_records" bigint, "_given" bigint, "_amount" numeric, "_base" numeric) with (fillfactor = 50);
create table if not exists "w_main"."d_opportunity" ("stage" text collate "C", "pipeline" uuid, "stage_type" text collate "C", "department" uuid, "owner" uuid, "_currency" text collate "C", "_records" bigint, "_given" bigint, "_amount" numeric, "_base" numeric) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create table if not exists "w_main"."l_opportunity" ("id" uuid primary key, "updated_at" timestamptz, "valid_from" timestamptz, "owner" uuid, "department" uuid, "deleted_at" timestamptz, "stage" text collate "C", "amount" numeric, "amount__currency" text collate "C", "amount__base" numeric, "close_date" date, "word_bits" bit(512));
alter table "w_main"."o_opportunity" set (fillfactor = 90);
create or replace function "w_main"."keep_l_opportunity"() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' then delete from "w_main"."l_opportunity" where id = old.id; return null; end if;
      if tg_op = 'INSERT' then insert into "w_main"."l_opportunity" ("id", "updated_at", "valid_from", "owner", "department", "deleted_at", "stage", "amount", "amount__currency", "amount__base", "close_date", word_bits) values (new."id", new."updated_at", new."valid_from", new."owner", new."department", new."deleted_at", new."stage", new."amount", new."amount__currency", new."amount__base", new."close_date", (select bit_or("w_main".word_bits(e.tokens)) from "w_main"."search_entry_opportunity" e where e.object = 'opportunity' and e.id = new.id))
      on conflict (id) do update set "updated_at" = excluded."updated_at", "valid_from" = excluded."valid_from", "owner" = excluded."owner", "department" = excluded."department", "deleted_at" = excluded."deleted_at", "stage" = excluded."stage", "amount" = excluded."amount", "amount__currency" = excluded."amount__currency", "amount__base" = excluded."amount__base", "close_date" = excluded."close_date"; return null; end if;
      insert into "w_main"."l_opportunity" ("id", "updated_at", "valid_from", "owner", "department", "deleted_at", "stage", "amount", "amount__currency", "amount__base", "close_date") values (new."id", new."updated_at", new."valid_from", new."owner", new."department", new."deleted_at", new."stage", new."amount", new."amount__currency", new."amount__base", new."close_date")
      on conflict (id) do update set "updated_at" = excluded."updated_at", "valid_from" = excluded."valid_from", "owner" = excluded."owner", "department" = excluded."department", "deleted_at" = excluded."deleted_at", "stage" = excluded."stage", "amount" = excluded."amount", "amount__currency" = excluded."amount__currency", "amount__base" = excluded."amount__base", "close_date" = excluded."close_date";
      return null;
    end $$;
create or replace trigger keep_latest after insert or delete on "w_main"."o_opportunity" for each row execute function "w_main"."keep_l_opportunity"();
create or replace trigger keep_latest_changed after update on "w_main"."o_opportunity" for each row when ((old."updated_at", old."valid_from", old."owner", old."department", old."deleted_at", old."stage", old."amount", old."amount__currency", old."amount__base", old."close_date") is distinct from (new."updated_at", new."valid_from", new."owner", new."department", new."deleted_at", new."stage", new."amount", new."amount__currency", new."amount__base", new."close_date")) execute function "w_main"."keep_l_opportunity"();
create or replace function "w_main".word_bits(words text[]) returns bit(512) language sql immutable parallel safe as $$
      select bit_or(set_bit(set_bit(b'0'::bit(512), hashtext(w.word) & 511, 1), (hashtext(w.word) >> 9) & 511, 1)) from unnest(words) as w(word) $$;
create or replace function "w_main"."keep_word_bits_opportunity"() returns trigger language plpgsql as $$ begin
      if tg_op = 'INSERT' then
        update "w_main"."l_opportunity" l set word_bits = (select bit_or("w_main".word_bits(e.tokens)) from "w_main"."search_entry_opportunity" e where e.object = 'opportunity' and e.id = new.id) where l.id = new.id and (l.word_bits is null or exists (select from unnest(new.tokens) as w(word) where get_bit(l.word_bits, hashtext(w.word) & 511) = 0 or get_bit(l.word_bits, (hashtext(w.word) >> 9) & 511) = 0));
      else
        update "w_main"."l_opportunity" l set word_bits = coalesce((select bit_or("w_main".word_bits(e.tokens)) from "w_main"."search_entry_opportunity" e where e.object = 'opportunity' and e.id = old.id), b'0'::bit(512)) where l.id = old.id;
      end if;
      return null;
    end $$;
create or replace trigger keep_word_bits after insert or delete on "w_main"."search_entry_opportunity" for each row execute function "w_main"."keep_word_bits_opportunity"();
create or replace trigger keep_word_bits_changed after update on "w_main"."search_entry_opportunity" for each row when (old.tokens is distinct from new.tokens) execute function "w_main"."keep_word_bits_opportunity"();
create table if not exists "w_main"."o_competitor" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "website" text collate "C", "strengths" text collate "C", "weaknesses" text collate "C", "response" text collate "C");
create or replace function "w_main"."forget_competitor_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_competitor" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_competitor_name__order"();
create table if not exists "w_main"."h_competitor" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "website" text collate "C", "strengths" text collate "C", "weaknesses" text collate "C", "response" text collate "C");
create table if not exists "w_main"."o_product" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "list_price__rate_date" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "code" text collate "C", "category" text collate "C", "specification" text collate "C", "unit" text collate "C", "list_price" numeric, "list_price__currency" text collate "C", "list_price__base" numeric, "tax_rate" numeric, "image" uuid[], "description" text collate "C");
create or replace function "w_main"."forget_product_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_product" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_product_name__order"();
create table if not exists "w_main"."h_product" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "list_price__rate_date" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "code" text collate "C", "category" text collate "C", "specification" text collate "C", "unit" text collate "C", "list_price" numeric, "list_price__currency" text collate "C", "list_price__base" numeric, "tax_rate" numeric, "image" uuid[], "description" text collate "C");
create table if not exists "w_main"."o_price_book" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "valid_from_date" date, "valid_to_date" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "standard" boolean, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "description" text collate "C");
create or replace function "w_main"."forget_price_book_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_price_book" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_price_book_name__order"();
create table if not exists "w_main"."h_price_book" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "valid_from_date" date, "valid_to_date" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "standard" boolean, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "description" text collate "C");
create table if not exists "w_main"."o_price_book_entry" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "price__rate_date" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "price_book" uuid, "product" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "price" numeric, "price__currency" text collate "C", "price__base" numeric, "min_quantity" numeric);
create or replace function "w_main"."forget_price_book_entry_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_price_book_entry" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_price_book_entry_name__order"();
create table if not exists "w_main"."h_price_book_entry" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "price__rate_date" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "price_book" uuid, "product" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "price" numeric, "price__currency" text collate "C", "price__base" numeric, "min_quantity" numeric);
create table if not exists "w_main"."o_task" ("created_at" timestamptz, "updated_at" timestamptz, "done_at" timestamptz, "handed_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "due_date" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "collaborator" uuid, "handed_by" uuid, "deleted_by" uuid, "mandatory" boolean, "external_id" text collate "C", "source_system" text collate "C", "subject" text collate "C", "status" text collate "C", "priority" text collate "C", "regarding__object" text collate "C", "also_regarding" uuid[], "also_regarding__object" text[] collate "C", "description" text collate "C", "opened" jsonb, "result" text collate "C", "template" text collate "C", "stage_entry" text collate "C");
create table if not exists "w_main"."h_task" ("created_at" timestamptz, "updated_at" timestamptz, "done_at" timestamptz, "handed_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "due_date" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "collaborator" uuid, "handed_by" uuid, "deleted_by" uuid, "mandatory" boolean, "external_id" text collate "C", "source_system" text collate "C", "subject" text collate "C", "status" text collate "C", "priority" text collate "C", "regarding__object" text collate "C", "also_regarding" uuid[], "also_regarding__object" text[] collate "C", "description" text collate "C", "opened" jsonb, "result" text collate "C", "template" text collate "C", "stage_entry" text collate "C");
create table if not exists "w_main"."o_activity" ("created_at" timestamptz, "updated_at" timestamptz, "occurred_at" timestamptz, "duration" bigint, "next_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "contact" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "type" text collate "C", "subject" text collate "C", "status" text collate "C", "regarding__object" text collate "C", "also_regarding" uuid[], "also_regarding__object" text[] collate "C", "participants" uuid[], "participants__object" text[] collate "C", "content" text collate "C", "location" jsonb, "mentions" jsonb, "photos" uuid[]);
create table if not exists "w_main"."h_activity" ("created_at" timestamptz, "updated_at" timestamptz, "occurred_at" timestamptz, "duration" bigint, "next_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "contact" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "type" text collate "C", "subject" text collate "C", "status" text collate "C", "regarding__object" text collate "C", "also_regarding" uuid[], "also_regarding__object" text[] collate "C", "participants" uuid[], "participants__object" text[] collate "C", "content" text collate "C", "location" jsonb, "mentions" jsonb, "photos" uuid[]);
create table if not exists "w_main"."o_note" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "pinned" boolean, "external_id" text collate "C", "source_system" text collate "C", "subject" text collate "C", "content" text collate "C", "regarding__object" text collate "C", "also_regarding" uuid[], "also_regarding__object" text[] collate "C", "mentions" jsonb);
create table if not exists "w_main"."h_note" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "pinned" boolean, "external_id" text collate "C", "source_system" text collate "C", "subject" text collate "C", "content" text collate "C", "regarding__object" text collate "C", "also_regarding" uuid[], "also_regarding__object" text[] collate "C", "mentions" jsonb);
create table if not exists "w_main"."o_comment" ("created_at" timestamptz, "updated_at" timestamptz, "about_change" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "reply_to" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "content" text collate "C", "subject" text collate "C", "regarding__object" text collate "C");
create table if not exists "w_main"."h_comment" ("created_at" timestamptz, "updated_at" timestamptz, "about_change" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "reply_to" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "content" text collate "C", "subject" text collate "C", "regarding__object" text collate "C");
create table if not exists "w_main"."o_form" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "label" jsonb, "questions" jsonb);
create table if not exists "w_main"."h_form" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "label" jsonb, "questions" jsonb);
create table if not exists "w_main"."o_form_response" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "form" uuid, "regarding" uuid, "deleted_by" uuid, "complete" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "regarding__object" text collate "C", "answers" jsonb, "score" numeric);
create table if not exists "w_main"."h_form_response" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "form" uuid, "regarding" uuid, "deleted_by" uuid, "complete" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "regarding__object" text collate "C", "answers" jsonb, "score" numeric);
create table if not exists "w_main"."o_user" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "manager" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "login" text collate "C", "kind" text collate "C", "title" text collate "C", "email" text collate "C", "mobile" text collate "C", "language" text collate "C", "avatar" uuid[]);
create or replace function "w_main"."forget_user_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_user" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_user_name__order"();
create table if not exists "w_main"."h_user" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "manager" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "login" text collate "C", "kind" text collate "C", "title" text collate "C", "email" text collate "C", "mobile" text collate "C", "language" text collate "C", "avatar" uuid[]);
create table if not exists "w_main"."o_department" ("created_at" timestamptz, "updated_at" timestamptz, "position" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "parent" uuid, "head" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "code" text collate "C");
create or replace function "w_main"."forget_department_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_department" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_department_name__order"();
create table if not exists "w_main"."h_department" ("created_at" timestamptz, "updated_at" timestamptz, "position" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "parent" uuid, "head" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "code" text collate "C");
create table if not exists "w_main"."o_user_department" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "user" uuid, "place" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."h_user_department" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "user" uuid, "place" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."o_department_move" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "first_day" date, "last_day" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "user" uuid, "place" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "kind" text collate "C", "status" text collate "C");
create table if not exists "w_main"."h_department_move" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "first_day" date, "last_day" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "user" uuid, "place" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "kind" text collate "C", "status" text collate "C");
create table if not exists "w_main"."o_role" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "builtin" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "label" jsonb, "description" text collate "C", "rights" jsonb);
create table if not exists "w_main"."h_role" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "builtin" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "label" jsonb, "description" text collate "C", "rights" jsonb);
create table if not exists "w_main"."o_user_role" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "user" uuid, "role" uuid, "deleted_by" uuid, "below" boolean, "external_id" text collate "C", "source_system" text collate "C", "places" uuid[], "places__object" text[] collate "C");
create table if not exists "w_main"."h_user_role" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "user" uuid, "role" uuid, "deleted_by" uuid, "below" boolean, "external_id" text collate "C", "source_system" text collate "C", "places" uuid[], "places__object" text[] collate "C");
create table if not exists "w_main"."o_team" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "lead" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "description" text collate "C");
create or replace function "w_main"."forget_team_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_team" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_team_name__order"();
create table if not exists "w_main"."h_team" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "lead" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "description" text collate "C");
create table if not exists "w_main"."o_team_member" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "team" uuid, "user" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."h_team_member" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "team" uuid, "user" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."o_share" ("created_at" timestamptz, "updated_at" timestamptz, "expires_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "to" uuid, "deleted_by" uuid, "below" boolean, "external_id" text collate "C", "source_system" text collate "C", "regarding__object" text collate "C", "to__object" text collate "C", "level" text collate "C", "duty" text collate "C", "reason" text collate "C");
create table if not exists "w_main"."h_share" ("created_at" timestamptz, "updated_at" timestamptz, "expires_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "to" uuid, "deleted_by" uuid, "below" boolean, "external_id" text collate "C", "source_system" text collate "C", "regarding__object" text collate "C", "to__object" text collate "C", "level" text collate "C", "duty" text collate "C", "reason" text collate "C");
create table if not exists "w_main"."o_sharing_rule" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "to" uuid, "deleted_by" uuid, "below" boolean, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "object" text collate "C", "criteria" text collate "C", "to__object" text collate "C", "level" text collate "C", "description" text collate "C");
create or replace function "w_main"."forget_sharing_rule_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_sharing_rule" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_sharing_rule_name__order"();
create table if not exists "w_main"."h_sharing_rule" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "to" uuid, "deleted_by" uuid, "below" boolean, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "object" text collate "C", "criteria" text collate "C", "to__object" text collate "C", "level" text collate "C", "description" text collate "C");
create table if not exists "w_main"."o_file" ("created_at" timestamptz, "updated_at" timestamptz, "size" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "mime" text collate "C", "hash" text collate "C", "document_type" text collate "C", "regarding__object" text collate "C", "also_regarding" uuid[], "also_regarding__object" text[] collate "C");
create table if not exists "w_main"."h_file" ("created_at" timestamptz, "updated_at" timestamptz, "size" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "mime" text collate "C", "hash" text collate "C", "document_type" text collate "C", "regarding__object" text collate "C", "also_regarding" uuid[], "also_regarding__object" text[] collate "C");
create table if not exists "w_main"."o_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "color" text collate "C");
create or replace function "w_main"."forget_tag_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_tag" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_tag_name__order"();
create table if not exists "w_main"."h_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "color" text collate "C");
create table if not exists "w_main"."o_account_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "account" uuid, "tag" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."h_account_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "account" uuid, "tag" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."o_contact_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "contact" uuid, "tag" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."h_contact_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "contact" uuid, "tag" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."o_lead_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "lead" uuid, "tag" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."h_lead_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "lead" uuid, "tag" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."o_opportunity_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "opportunity" uuid, "tag" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."h_opportunity_tag" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "opportunity" uuid, "tag" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C");
create table if not exists "w_main"."o_view" ("created_at" timestamptz, "updated_at" timestamptz, "position" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "object" text collate "C", "kind" text collate "C", "filter" text collate "C", "sort" text collate "C", "columns" jsonb, "group_by" text collate "C", "measure" text collate "C", "visibility" text collate "C");
create or replace function "w_main"."forget_view_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_view" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_view_name__order"();
create table if not exists "w_main"."h_view" ("created_at" timestamptz, "updated_at" timestamptz, "position" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "object" text collate "C", "kind" text collate "C", "filter" text collate "C", "sort" text collate "C", "columns" jsonb, "group_by" text collate "C", "measure" text collate "C", "visibility" text collate "C");
create table if not exists "w_main"."o_follow" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "regarding__object" text collate "C");
create table if not exists "w_main"."h_follow" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "regarding__object" text collate "C");
create table if not exists "w_main"."o_company" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "stalled_digest" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "uscc" text collate "C", "currency" text collate "C", "zone" text collate "C", "language" text collate "C", "stalled_digest_at" text collate "C", "address" jsonb, "phone" text collate "C", "logo" uuid[]);
create or replace function "w_main"."forget_company_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_company" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_company_name__order"();
create table if not exists "w_main"."h_company" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "stalled_digest" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "uscc" text collate "C", "currency" text collate "C", "zone" text collate "C", "language" text collate "C", "stalled_digest_at" text collate "C", "address" jsonb, "phone" text collate "C", "logo" uuid[]);
create table if not exists "w_main"."o_calendar_day" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "date" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "working" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C");
create or replace function "w_main"."forget_calendar_day_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_calendar_day" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_calendar_day_name__order"();
create table if not exists "w_main"."h_calendar_day" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "date" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "working" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C");
create table if not exists "w_main"."o_working_calendar" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "hours" jsonb);
create or replace function "w_main"."forget_working_calendar_name__order"() returns trigger language plpgsql as $$ begin new."name__order" := null; return new; end $$;
create or replace trigger "forget_name__order" before update on "w_main"."o_working_calendar" for each row when (old."name" is distinct from new."name" and old."name__order" is not distinct from new."name__order") execute function "w_main"."forget_working_calendar_name__order"();
create table if not exists "w_main"."h_working_calendar" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "name__order" text collate "C", "hours" jsonb);
create table if not exists "w_main"."o_absence" ("created_at" timestamptz, "updated_at" timestamptz, "from" timestamptz, "until" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "user" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "kind" text collate "C", "reason" text collate "C", "reason__order" text collate "C");
create or replace function "w_main"."forget_absence_reason__order"() returns trigger language plpgsql as $$ begin new."reason__order" := null; return new; end $$;
create or replace trigger "forget_reason__order" before update on "w_main"."o_absence" for each row when (old."reason" is distinct from new."reason" and old."reason__order" is not distinct from new."reason__order") execute function "w_main"."forget_absence_reason__order"();
create table if not exists "w_main"."h_absence" ("created_at" timestamptz, "updated_at" timestamptz, "from" timestamptz, "until" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "user" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "kind" text collate "C", "reason" text collate "C", "reason__order" text collate "C");
create table if not exists "w_main"."o_exchange_rate" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "since" date, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "currency" text collate "C", "currency__order" text collate "C", "rate" numeric);
create or replace function "w_main"."forget_exchange_rate_currency__order"() returns trigger language plpgsql as $$ begin new."currency__order" := null; return new; end $$;
create or replace trigger "forget_currency__order" before update on "w_main"."o_exchange_rate" for each row when (old."currency" is distinct from new."currency" and old."currency__order" is not distinct from new."currency__order") execute function "w_main"."forget_exchange_rate_currency__order"();
create table if not exists "w_main"."h_exchange_rate" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "since" date, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "currency" text collate "C", "currency__order" text collate "C", "rate" numeric);
create table if not exists "w_main"."o_job" ("created_at" timestamptz, "updated_at" timestamptz, "done" bigint, "refused" bigint, "total" bigint, "finished_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "kind" text collate "C", "object" text collate "C", "status" text collate "C");
create table if not exists "w_main"."h_job" ("created_at" timestamptz, "updated_at" timestamptz, "done" bigint, "refused" bigint, "total" bigint, "finished_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "kind" text collate "C", "object" text collate "C", "status" text collate "C");
create table if not exists "w_main"."o_erasure_request" ("created_at" timestamptz, "updated_at" timestamptz, "decided_at" timestamptz, "executed_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "subject" uuid, "decided_by" uuid, "deleted_by" uuid, "attachments" boolean, "external_id" text collate "C", "source_system" text collate "C", "number" text collate "C", "subject__object" text collate "C", "legal_basis" text collate "C", "reason" text collate "C", "status" text collate "C", "outcome" jsonb);
create table if not exists "w_main"."h_erasure_request" ("created_at" timestamptz, "updated_at" timestamptz, "decided_at" timestamptz, "executed_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "subject" uuid, "decided_by" uuid, "deleted_by" uuid, "attachments" boolean, "external_id" text collate "C", "source_system" text collate "C", "number" text collate "C", "subject__object" text collate "C", "legal_basis" text collate "C", "reason" text collate "C", "status" text collate "C", "outcome" jsonb);
create table if not exists "w_main"."o_notification" ("created_at" timestamptz, "updated_at" timestamptz, "read_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "muted" boolean, "external_id" text collate "C", "source_system" text collate "C", "kind" text collate "C", "params" jsonb, "regarding__object" text collate "C");
create table if not exists "w_main"."h_notification" ("created_at" timestamptz, "updated_at" timestamptz, "read_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "muted" boolean, "external_id" text collate "C", "source_system" text collate "C", "kind" text collate "C", "params" jsonb, "regarding__object" text collate "C");
create table if not exists "w_main"."o_chat_robot" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "role" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "kind" text collate "C", "url" text collate "C", "secret" text collate "C", "events" jsonb);
create table if not exists "w_main"."h_chat_robot" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "role" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "kind" text collate "C", "url" text collate "C", "secret" text collate "C", "events" jsonb);
create table if not exists "w_main"."o_message" ("created_at" timestamptz, "updated_at" timestamptz, "tries" bigint, "lines" bigint, "sent_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "person" uuid, "robot" uuid, "regarding" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "event" text collate "C", "channel" text collate "C", "to" text collate "C", "status" text collate "C", "why" text collate "C", "error" text collate "C", "regarding__object" text collate "C");
create table if not exists "w_main"."h_message" ("created_at" timestamptz, "updated_at" timestamptz, "tries" bigint, "lines" bigint, "sent_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "person" uuid, "robot" uuid, "regarding" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "event" text collate "C", "channel" text collate "C", "to" text collate "C", "status" text collate "C", "why" text collate "C", "error" text collate "C", "regarding__object" text collate "C");
create table if not exists "w_main"."o_duplicate_rule" ("created_at" timestamptz, "updated_at" timestamptz, "least" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "object" text collate "C", "kind" text collate "C", "action" text collate "C");
create table if not exists "w_main"."h_duplicate_rule" ("created_at" timestamptz, "updated_at" timestamptz, "least" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "object" text collate "C", "kind" text collate "C", "action" text collate "C");
create table if not exists "w_main"."o_import" ("created_at" timestamptz, "updated_at" timestamptz, "rows" bigint, "created" bigint, "updated" bigint, "skipped" bigint, "failed" bigint, "linked_created" bigint, "overrides" bigint, "started_at" timestamptz, "finished_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "dry_run" boolean, "external_id" text collate "C", "source_system" text collate "C", "file_name" text collate "C", "object" text collate "C", "status" text collate "C", "options" jsonb);
create table if not exists "w_main"."h_import" ("created_at" timestamptz, "updated_at" timestamptz, "rows" bigint, "created" bigint, "updated" bigint, "skipped" bigint, "failed" bigint, "linked_created" bigint, "overrides" bigint, "started_at" timestamptz, "finished_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "dry_run" boolean, "external_id" text collate "C", "source_system" text collate "C", "file_name" text collate "C", "object" text collate "C", "status" text collate "C", "options" jsonb);
create table if not exists "w_main"."o_approval_request" ("created_at" timestamptz, "updated_at" timestamptz, "decided_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "approver" uuid, "decided_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "subject" text collate "C", "regarding__object" text collate "C", "what" jsonb, "reason" text collate "C", "status" text collate "C", "approver_role" text collate "C", "comment" text collate "C", "reasons" jsonb, "handler" text collate "C", "intent" jsonb, "supplied" jsonb, "need" text collate "C", "batch" text collate "C", "open_key" text collate "C", "language" text collate "C", "narrowed_to" text collate "C");
create table if not exists "w_main"."h_approval_request" ("created_at" timestamptz, "updated_at" timestamptz, "decided_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "approver" uuid, "decided_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "subject" text collate "C", "regarding__object" text collate "C", "what" jsonb, "reason" text collate "C", "status" text collate "C", "approver_role" text collate "C", "comment" text collate "C", "reasons" jsonb, "handler" text collate "C", "intent" jsonb, "supplied" jsonb, "need" text collate "C", "batch" text collate "C", "open_key" text collate "C", "language" text collate "C", "narrowed_to" text collate "C");
create table if not exists "w_main"."o_service_level" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "label" jsonb, "object" text collate "C", "start" text collate "C", "pause" text collate "C", "stop" text collate "C", "target" jsonb, "warn" jsonb, "escalate" jsonb);
create table if not exists "w_main"."h_service_level" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "active" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "label" jsonb, "object" text collate "C", "start" text collate "C", "pause" text collate "C", "stop" text collate "C", "target" jsonb, "warn" jsonb, "escalate" jsonb);
create table if not exists "w_main"."o_clock_event" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "text" text collate "C", "regarding__object" text collate "C", "description" text collate "C");
create table if not exists "w_main"."h_clock_event" ("created_at" timestamptz, "updated_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "regarding" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "text" text collate "C", "regarding__object" text collate "C", "description" text collate "C");
create table if not exists "w_main"."o_pipeline" ("created_at" timestamptz, "updated_at" timestamptz, "published_version" bigint, "published_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "default_for" uuid, "deleted_by" uuid, "default" boolean, "retired" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "title" text collate "C", "object" text collate "C", "label" jsonb, "definition" jsonb, "draft" jsonb, "pilot" jsonb);
create table if not exists "w_main"."h_pipeline" ("created_at" timestamptz, "updated_at" timestamptz, "published_version" bigint, "published_at" timestamptz, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "default_for" uuid, "deleted_by" uuid, "default" boolean, "retired" boolean, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "title" text collate "C", "object" text collate "C", "label" jsonb, "definition" jsonb, "draft" jsonb, "pilot" jsonb);
create table if not exists "w_main"."o_pipeline_version" ("created_at" timestamptz, "updated_at" timestamptz, "number" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "pipeline" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "definition" jsonb, "map" jsonb);
create table if not exists "w_main"."h_pipeline_version" ("created_at" timestamptz, "updated_at" timestamptz, "number" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "pipeline" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "definition" jsonb, "map" jsonb);
create table if not exists "w_main"."o_baseline" ("created_at" timestamptz, "updated_at" timestamptz, "cut_off" timestamptz, "log_position" bigint, "record_count" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "version" integer not null, "id" uuid primary key, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "metric" text collate "C", "question" jsonb, "figures" jsonb, "record_ids" jsonb);
create table if not exists "w_main"."h_baseline" ("created_at" timestamptz, "updated_at" timestamptz, "cut_off" timestamptz, "log_position" bigint, "record_count" bigint, "valid_from" timestamptz not null, "recorded" bigint not null, "deleted_at" timestamptz, "hid" bigint generated always as identity not null, "valid_to" timestamptz not null, "retracted" bigint, "version" integer not null, "period" integer not null, "id" uuid not null, "owner" uuid, "department" uuid, "created_by" uuid, "updated_by" uuid, "deleted_by" uuid, "external_id" text collate "C", "source_system" text collate "C", "name" text collate "C", "metric" text collate "C", "question" jsonb, "figures" jsonb, "record_ids" jsonb);
create unique index "object_definition__external" on "w_main"."o_object_definition" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "object_definition__unique_name" on "w_main"."o_object_definition" ("name") where "name" is not null and deleted_at is null;
create index "object_definition__owner" on "w_main"."o_object_definition" ("owner", id);
create index "object_definition__department" on "w_main"."o_object_definition" ("department", id);
create index "object_definition__created_at" on "w_main"."o_object_definition" ("created_at", id);
create index "object_definition__name" on "w_main"."o_object_definition" ("name", id);
create index "object_definition__bin" on "w_main"."o_object_definition" (deleted_at) where deleted_at is not null;
create index "object_definition__held" on "w_main"."o_object_definition" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "object_definition__history_id" on "w_main"."h_object_definition" (id, valid_from);
create index "object_definition__history_held" on "w_main"."h_object_definition" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "field_definition__external" on "w_main"."o_field_definition" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "field_definition__unique_object_name" on "w_main"."o_field_definition" ("object", "name") where "object" is not null and "name" is not null and deleted_at is null;
create index "field_definition__owner" on "w_main"."o_field_definition" ("owner", id);
create index "field_definition__department" on "w_main"."o_field_definition" ("department", id);
create index "field_definition__created_at" on "w_main"."o_field_definition" ("created_at", id);
create index "field_definition__object" on "w_main"."o_field_definition" ("object", id);
create index "field_definition__name" on "w_main"."o_field_definition" ("name", id);
create index "field_definition__hidden_at" on "w_main"."o_field_definition" ("hidden_at", id);
create index "field_definition__bin" on "w_main"."o_field_definition" (deleted_at) where deleted_at is not null;
create index "field_definition__held" on "w_main"."o_field_definition" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "field_definition__history_id" on "w_main"."h_field_definition" (id, valid_from);
create index "field_definition__history_held" on "w_main"."h_field_definition" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "definition_change__external" on "w_main"."o_definition_change" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "definition_change__unique_with_empty_field_object" on "w_main"."o_definition_change" ("field", "object") nulls not distinct where "object" is not null and deleted_at is null;
create index "definition_change__owner" on "w_main"."o_definition_change" ("owner", id);
create index "definition_change__department" on "w_main"."o_definition_change" ("department", id);
create index "definition_change__created_at" on "w_main"."o_definition_change" ("created_at", id);
create index "definition_change__object" on "w_main"."o_definition_change" ("object", id);
create index "definition_change__bin" on "w_main"."o_definition_change" (deleted_at) where deleted_at is not null;
create index "definition_change__held" on "w_main"."o_definition_change" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "definition_change__history_id" on "w_main"."h_definition_change" (id, valid_from);
create index "definition_change__history_held" on "w_main"."h_definition_change" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "lead__external" on "w_main"."o_lead" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "lead__of_owner" on "w_main"."o_lead" ("owner", "status");
create index "lead__of_department" on "w_main"."o_lead" ("department", "status");
create index "lead__in_order_of_created_at" on "w_main"."o_lead" ("created_at", "id") include ("owner", "department", "status", "deleted_at", "source", "stage_type");
create index "lead__company" on "w_main"."o_lead" ("company", id);
create index "lead__mobile" on "w_main"."o_lead" ("mobile", id);
create index "lead__email" on "w_main"."o_lead" ("email", id);
create index "lead__of_source" on "w_main"."o_lead" ("source");
create index "lead__of_status" on "w_main"."o_lead" ("status");
create index "lead__of_pipeline" on "w_main"."o_lead" ("pipeline");
create index "lead__of_stage_type" on "w_main"."o_lead" ("stage_type");
create index "lead__stage_entered_at" on "w_main"."o_lead" ("stage_entered_at", id);
create index "lead__in_order_of_score" on "w_main"."o_lead" ("score", "id") include ("owner", "department", "status", "deleted_at", "source", "stage_type");
create index "lead__of_product" on "w_main"."o_lead" ("product");
create index "lead__industry" on "w_main"."o_lead" ("industry", id);
create index "lead__of_account" on "w_main"."o_lead" ("account");
create index "lead__of_contact" on "w_main"."o_lead" ("contact");
create index "lead__of_opportunity" on "w_main"."o_lead" ("opportunity");
create index "lead__next_at" on "w_main"."o_lead" ("next_at", id);
create index "lead__in_order_of_company" on "w_main"."o_lead" ("company__order", "id") include ("owner", "department", "status", "deleted_at", "source", "stage_type");
create index "lead__without_company__order" on "w_main"."o_lead" (id) where "company" is not null and "company__order" is null;
create index "lead__history_without_company__order" on "w_main"."h_lead" (hid) where "company" is not null and "company__order" is null;
create index "lead__bin" on "w_main"."o_lead" (deleted_at) where deleted_at is not null;
create index "lead__held" on "w_main"."o_lead" (valid_from) include ("id", "owner", "department", "status", "deleted_at", "pipeline", "created_at", "score");
create index "lead__older" on "w_main"."o_lead" (valid_from) include ("id", "created_at", "owner", "department", "status", "deleted_at") where "created_at" > valid_from;
create index "lead__history_id" on "w_main"."h_lead" (id, valid_from);
create index "lead__history_held" on "w_main"."h_lead" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "status", "deleted_at", "pipeline", "created_at", "score");
create index "lead__history_in_order_of_created_at" on "w_main"."h_lead" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "status", "deleted_at");
create index "lead__history_older" on "w_main"."h_lead" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "status", "deleted_at") where "created_at" > valid_from;
create unique index "lead__totals" on "w_main"."t_lead" ("status", "pipeline", "stage_type", "department", "owner", "_currency") nulls not distinct;
create index "lead__totals_owner" on "w_main"."t_lead" (owner);
create index "lead__totals_department" on "w_main"."t_lead" (department);
create unique index "account__external" on "w_main"."o_account" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "account__unique_uscc" on "w_main"."o_account" (lower(normalize("uscc", nfkc))) where "uscc" is not null and deleted_at is null;
create index "account__of_owner" on "w_main"."o_account" ("owner");
create index "account__of_department" on "w_main"."o_account" ("department");
create index "account__created_at" on "w_main"."o_account" ("created_at", id);
create index "account__name" on "w_main"."o_account" ("name", id);
create index "account__uscc" on "w_main"."o_account" ("uscc", id);
create index "account__of_parent" on "w_main"."o_account" ("parent");
create index "account__industry" on "w_main"."o_account" ("industry", id);
create index "account__of_level" on "w_main"."o_account" ("level");
create index "account__of_type" on "w_main"."o_account" ("type");
create index "account__of_source" on "w_main"."o_account" ("source");
create index "account__in_order_of_name" on "w_main"."o_account" ("name__order", "id") include ("owner", "department", "deleted_at", "level", "type", "source");
create index "account__without_name__order" on "w_main"."o_account" (id) where "name" is not null and "name__order" is null;
create index "account__history_without_name__order" on "w_main"."h_account" (hid) where "name" is not null and "name__order" is null;
create index "account__bin" on "w_main"."o_account" (deleted_at) where deleted_at is not null;
create index "account__latest_with_words" on "w_main"."l_account" (updated_at, id) include ("owner", "department", "deleted_at", "word_bits");
create index "account__latest_of_owner" on "w_main"."l_account" (owner, updated_at, id) include ("deleted_at");
create index "account__latest_of_department" on "w_main"."l_account" (department, updated_at, id) include ("deleted_at");
create index "account__latest_older" on "w_main"."l_account" (valid_from) include ("id", "updated_at", "owner", "department", "deleted_at") where updated_at > valid_from;
create index "account__history_id" on "w_main"."h_account" (id, valid_from);
create index "account__history_held" on "w_main"."h_account" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "updated_at");
create index "account__history_in_order_of_updated_at" on "w_main"."h_account" ("updated_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "account__history_older" on "w_main"."h_account" (valid_from) include ("id", "updated_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "updated_at" > valid_from;
create unique index "contact__external" on "w_main"."o_contact" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "contact__of_owner" on "w_main"."o_contact" ("owner");
create index "contact__of_department" on "w_main"."o_contact" ("department");
create index "contact__created_at" on "w_main"."o_contact" ("created_at", id);
create index "contact__in_order_of_name" on "w_main"."o_contact" ("name", "id") include ("owner", "department", "deleted_at");
create index "contact__of_account" on "w_main"."o_contact" ("account");
create index "contact__mobile" on "w_main"."o_contact" ("mobile", id);
create index "contact__email" on "w_main"."o_contact" ("email", id);
create index "contact__of_reports_to" on "w_main"."o_contact" ("reports_to");
create index "contact__in_order_of_name" on "w_main"."o_contact" ("name__order", "id") include ("owner", "department", "deleted_at");
create index "contact__without_name__order" on "w_main"."o_contact" (id) where "name" is not null and "name__order" is null;
create index "contact__history_without_name__order" on "w_main"."h_contact" (hid) where "name" is not null and "name__order" is null;
create index "contact__bin" on "w_main"."o_contact" (deleted_at) where deleted_at is not null;
create index "contact__held" on "w_main"."o_contact" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "contact__history_id" on "w_main"."h_contact" (id, valid_from);
create index "contact__history_held" on "w_main"."h_contact" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "opportunity__external" on "w_main"."o_opportunity" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "opportunity__of_owner" on "w_main"."o_opportunity" ("owner", "stage");
create index "opportunity__of_department" on "w_main"."o_opportunity" ("department", "stage");
create index "opportunity__created_at" on "w_main"."o_opportunity" ("created_at", id);
create index "opportunity__name" on "w_main"."o_opportunity" ("name", id);
create index "opportunity__of_account" on "w_main"."o_opportunity" ("account");
create index "opportunity__of_contact" on "w_main"."o_opportunity" ("contact");
create index "opportunity__of_pipeline" on "w_main"."o_opportunity" ("pipeline");
create index "opportunity__of_stage_type" on "w_main"."o_opportunity" ("stage_type");
create index "opportunity__in_order_of_stage_entered_at" on "w_main"."o_opportunity" ("stage_entered_at", "id") include ("owner", "department", "stage", "deleted_at", "stage_type", "forecast_category", "source", "lost_reason");
create index "opportunity__of_product" on "w_main"."o_opportunity" ("product");
create index "opportunity__in_order_of_amount" on "w_main"."o_opportunity" ("amount__base", "id") include ("owner", "department", "stage", "deleted_at", "stage_type", "forecast_category", "source", "lost_reason");
create index "opportunity__in_order_of_close_date" on "w_main"."o_opportunity" ("close_date", "id") include ("owner", "department", "stage", "deleted_at", "stage_type", "forecast_category", "source", "lost_reason");
create index "opportunity__of_forecast_category" on "w_main"."o_opportunity" ("forecast_category");
create index "opportunity__of_source" on "w_main"."o_opportunity" ("source");
create index "opportunity__of_competitor" on "w_main"."o_opportunity" ("competitor");
create index "opportunity__next_at" on "w_main"."o_opportunity" ("next_at", id);
create index "opportunity__of_lost_reason" on "w_main"."o_opportunity" ("lost_reason");
create index "opportunity__stage_by_close_date" on "w_main"."o_opportunity" ("stage", "close_date", "id") include ("owner", "department", "deleted_at");
create index "opportunity__in_order_of_name" on "w_main"."o_opportunity" ("name__order", "id") include ("owner", "department", "stage", "deleted_at", "stage_type", "forecast_category", "source", "lost_reason");
create index "opportunity__without_name__order" on "w_main"."o_opportunity" (id) where "name" is not null and "name__order" is null;
create index "opportunity__history_without_name__order" on "w_main"."h_opportunity" (hid) where "name" is not null and "name__order" is null;
create index "opportunity__bin" on "w_main"."o_opportunity" (deleted_at) where deleted_at is not null;
create index "opportunity__latest_with_words" on "w_main"."l_opportunity" (updated_at, id) include ("owner", "department", "deleted_at", "stage", "word_bits");
create index "opportunity__latest_of_owner" on "w_main"."l_opportunity" (owner, updated_at, id) include ("deleted_at", "stage");
create index "opportunity__latest_of_department" on "w_main"."l_opportunity" (department, updated_at, id) include ("deleted_at", "stage");
create index "opportunity__latest_of_stage" on "w_main"."l_opportunity" ("stage", "updated_at", "id") include ("owner", "department", "deleted_at");
create index "opportunity__latest_older" on "w_main"."l_opportunity" (valid_from) include ("id", "updated_at", "owner", "department", "deleted_at") where updated_at > valid_from;
create index "opportunity__history_id" on "w_main"."h_opportunity" (id, valid_from);
create index "opportunity__history_held" on "w_main"."h_opportunity" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "stage", "deleted_at", "pipeline", "stage_entered_at", "amount", "amount__currency", "amount__base", "amount__rate_date", "close_date", "updated_at");
create index "opportunity__history_in_order_of_amount__base" on "w_main"."h_opportunity" ("amount__base", "id") include ("period", "valid_from", "valid_to", "retracted", "stage", "deleted_at");
create index "opportunity__history_in_order_of_updated_at" on "w_main"."h_opportunity" ("updated_at", "id") include ("period", "valid_from", "valid_to", "retracted", "stage", "deleted_at");
create index "opportunity__history_older" on "w_main"."h_opportunity" (valid_from) include ("id", "updated_at", "period", "valid_to", "retracted", "owner", "department", "stage", "deleted_at") where "updated_at" > valid_from;
create unique index "opportunity__totals" on "w_main"."t_opportunity" ("stage", "pipeline", "stage_type", "department", "owner", "_currency") nulls not distinct;
create index "opportunity__totals_owner" on "w_main"."t_opportunity" (owner);
create index "opportunity__totals_department" on "w_main"."t_opportunity" (department);
create unique index "competitor__external" on "w_main"."o_competitor" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "competitor__unique_name" on "w_main"."o_competitor" (lower(normalize("name", nfkc))) where "name" is not null and deleted_at is null;
create index "competitor__owner" on "w_main"."o_competitor" ("owner", id);
create index "competitor__department" on "w_main"."o_competitor" ("department", id);
create index "competitor__created_at" on "w_main"."o_competitor" ("created_at", id);
create index "competitor__name" on "w_main"."o_competitor" ("name", id);
create index "competitor__in_order_of_name" on "w_main"."o_competitor" ("name__order", "id");
create index "competitor__without_name__order" on "w_main"."o_competitor" (id) where "name" is not null and "name__order" is null;
create index "competitor__history_without_name__order" on "w_main"."h_competitor" (hid) where "name" is not null and "name__order" is null;
create index "competitor__bin" on "w_main"."o_competitor" (deleted_at) where deleted_at is not null;
create index "competitor__held" on "w_main"."o_competitor" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "competitor__history_id" on "w_main"."h_competitor" (id, valid_from);
create index "competitor__history_held" on "w_main"."h_competitor" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "product__external" on "w_main"."o_product" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "product__unique_code" on "w_main"."o_product" (lower(normalize("code", nfkc))) where "code" is not null and deleted_at is null;
create index "product__owner" on "w_main"."o_product" ("owner", id);
create index "product__department" on "w_main"."o_product" ("department", id);
create index "product__created_at" on "w_main"."o_product" ("created_at", id);
create index "product__name" on "w_main"."o_product" ("name", id);
create index "product__code" on "w_main"."o_product" ("code", id);
create index "product__category" on "w_main"."o_product" ("category", id);
create index "product__list_price" on "w_main"."o_product" ("list_price__base", id);
create index "product__active" on "w_main"."o_product" ("active", id);
create index "product__in_order_of_name" on "w_main"."o_product" ("name__order", "id");
create index "product__without_name__order" on "w_main"."o_product" (id) where "name" is not null and "name__order" is null;
create index "product__history_without_name__order" on "w_main"."h_product" (hid) where "name" is not null and "name__order" is null;
create index "product__bin" on "w_main"."o_product" (deleted_at) where deleted_at is not null;
create index "product__held" on "w_main"."o_product" (valid_from) include ("id", "owner", "department", "deleted_at", "list_price", "list_price__currency", "list_price__base", "list_price__rate_date");
create index "product__history_id" on "w_main"."h_product" (id, valid_from);
create index "product__history_held" on "w_main"."h_product" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "list_price", "list_price__currency", "list_price__base", "list_price__rate_date");
create index "product__history_in_order_of_list_price__base" on "w_main"."h_product" ("list_price__base", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create unique index "price_book__external" on "w_main"."o_price_book" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "price_book__unique_name" on "w_main"."o_price_book" (lower(normalize("name", nfkc))) where "name" is not null and deleted_at is null;
create index "price_book__owner" on "w_main"."o_price_book" ("owner", id);
create index "price_book__department" on "w_main"."o_price_book" ("department", id);
create index "price_book__created_at" on "w_main"."o_price_book" ("created_at", id);
create index "price_book__name" on "w_main"."o_price_book" ("name", id);
create index "price_book__active" on "w_main"."o_price_book" ("active", id);
create index "price_book__in_order_of_name" on "w_main"."o_price_book" ("name__order", "id");
create index "price_book__without_name__order" on "w_main"."o_price_book" (id) where "name" is not null and "name__order" is null;
create index "price_book__history_without_name__order" on "w_main"."h_price_book" (hid) where "name" is not null and "name__order" is null;
create index "price_book__bin" on "w_main"."o_price_book" (deleted_at) where deleted_at is not null;
create index "price_book__held" on "w_main"."o_price_book" (valid_from) include ("id", "owner", "department", "deleted_at", "valid_from_date", "valid_to_date");
create index "price_book__history_id" on "w_main"."h_price_book" (id, valid_from);
create index "price_book__history_held" on "w_main"."h_price_book" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "valid_from_date", "valid_to_date");
create unique index "price_book_entry__external" on "w_main"."o_price_book_entry" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "price_book_entry__unique_price_book_product_min_quantity" on "w_main"."o_price_book_entry" ("price_book", "product", "min_quantity") where "price_book" is not null and "product" is not null and "min_quantity" is not null and deleted_at is null;
create index "price_book_entry__owner" on "w_main"."o_price_book_entry" ("owner", id);
create index "price_book_entry__department" on "w_main"."o_price_book_entry" ("department", id);
create index "price_book_entry__created_at" on "w_main"."o_price_book_entry" ("created_at", id);
create index "price_book_entry__name" on "w_main"."o_price_book_entry" ("name", id);
create index "price_book_entry__price_book" on "w_main"."o_price_book_entry" ("price_book", id);
create index "price_book_entry__product" on "w_main"."o_price_book_entry" ("product", id);
create index "price_book_entry__in_order_of_name" on "w_main"."o_price_book_entry" ("name__order", "id");
create index "price_book_entry__without_name__order" on "w_main"."o_price_book_entry" (id) where "name" is not null and "name__order" is null;
create index "price_book_entry__history_without_name__order" on "w_main"."h_price_book_entry" (hid) where "name" is not null and "name__order" is null;
create index "price_book_entry__bin" on "w_main"."o_price_book_entry" (deleted_at) where deleted_at is not null;
create index "price_book_entry__held" on "w_main"."o_price_book_entry" (valid_from) include ("id", "owner", "department", "deleted_at", "price", "price__currency", "price__base", "price__rate_date", "min_quantity");
create index "price_book_entry__history_id" on "w_main"."h_price_book_entry" (id, valid_from);
create index "price_book_entry__history_held" on "w_main"."h_price_book_entry" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "price", "price__currency", "price__base", "price__rate_date", "min_quantity");
create index "price_book_entry__history_in_order_of_price__base" on "w_main"."h_price_book_entry" ("price__base", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create unique index "task__external" on "w_main"."o_task" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "task__of_owner" on "w_main"."o_task" ("owner");
create index "task__of_department" on "w_main"."o_task" ("department");
create index "task__created_at" on "w_main"."o_task" ("created_at", id);
create index "task__subject" on "w_main"."o_task" ("subject", id);
create index "task__of_status" on "w_main"."o_task" ("status");
create index "task__in_order_of_due_date" on "w_main"."o_task" ("due_date", "id") include ("owner", "department", "deleted_at", "status");
create index "task__of_regarding" on "w_main"."o_task" ("regarding");
create index "task__of_also_regarding" on "w_main"."o_task" using gin ("also_regarding") with (fastupdate = off) where "also_regarding" is not null;
create index "task__done_at" on "w_main"."o_task" ("done_at", id);
create index "task__of_collaborator" on "w_main"."o_task" ("collaborator");
create index "task__of_handed_by" on "w_main"."o_task" ("handed_by");
create index "task__template" on "w_main"."o_task" ("template", id);
create index "task__stage_entry" on "w_main"."o_task" ("stage_entry", id);
create index "task__bin" on "w_main"."o_task" (deleted_at) where deleted_at is not null;
create index "task__held" on "w_main"."o_task" (valid_from) include ("id", "owner", "department", "deleted_at", "due_date");
create index "task__history_id" on "w_main"."h_task" (id, valid_from);
create index "task__history_held" on "w_main"."h_task" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "due_date");
create unique index "activity__external" on "w_main"."o_activity" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "activity__owner" on "w_main"."o_activity" ("owner", id);
create index "activity__department" on "w_main"."o_activity" ("department", id);
create index "activity__created_at" on "w_main"."o_activity" ("created_at", id);
create index "activity__type" on "w_main"."o_activity" ("type", id);
create index "activity__subject" on "w_main"."o_activity" ("subject", id);
create index "activity__status" on "w_main"."o_activity" ("status", id);
create index "activity__regarding" on "w_main"."o_activity" ("regarding", id);
create index "activity__of_also_regarding" on "w_main"."o_activity" using gin ("also_regarding") with (fastupdate = off) where "also_regarding" is not null;
create index "activity__contact" on "w_main"."o_activity" ("contact", id);
create index "activity__of_participants" on "w_main"."o_activity" using gin ("participants") with (fastupdate = off) where "participants" is not null;
create index "activity__occurred_at" on "w_main"."o_activity" ("occurred_at", id);
create index "activity__next_at" on "w_main"."o_activity" ("next_at", id);
create index "activity__bin" on "w_main"."o_activity" (deleted_at) where deleted_at is not null;
create index "activity__held" on "w_main"."o_activity" (valid_from) include ("id", "owner", "department", "deleted_at", "occurred_at");
create index "activity__history_id" on "w_main"."h_activity" (id, valid_from);
create index "activity__history_held" on "w_main"."h_activity" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "occurred_at");
create unique index "note__external" on "w_main"."o_note" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "note__owner" on "w_main"."o_note" ("owner", id);
create index "note__department" on "w_main"."o_note" ("department", id);
create index "note__created_at" on "w_main"."o_note" ("created_at", id);
create index "note__updated_at" on "w_main"."o_note" ("updated_at", id);
create index "note__subject" on "w_main"."o_note" ("subject", id);
create index "note__regarding" on "w_main"."o_note" ("regarding", id);
create index "note__of_also_regarding" on "w_main"."o_note" using gin ("also_regarding") with (fastupdate = off) where "also_regarding" is not null;
create index "note__bin" on "w_main"."o_note" (deleted_at) where deleted_at is not null;
create index "note__held" on "w_main"."o_note" (valid_from) include ("id", "owner", "department", "deleted_at", "updated_at");
create index "note__older" on "w_main"."o_note" (valid_from) include ("id", "updated_at", "owner", "department", "deleted_at") where "updated_at" > valid_from;
create index "note__history_id" on "w_main"."h_note" (id, valid_from);
create index "note__history_held" on "w_main"."h_note" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "updated_at");
create index "note__history_in_order_of_updated_at" on "w_main"."h_note" ("updated_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "note__history_older" on "w_main"."h_note" (valid_from) include ("id", "updated_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "updated_at" > valid_from;
create unique index "comment__external" on "w_main"."o_comment" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "comment__owner" on "w_main"."o_comment" ("owner", id);
create index "comment__department" on "w_main"."o_comment" ("department", id);
create index "comment__created_at" on "w_main"."o_comment" ("created_at", id);
create index "comment__subject" on "w_main"."o_comment" ("subject", id);
create index "comment__regarding" on "w_main"."o_comment" ("regarding", id);
create index "comment__reply_to" on "w_main"."o_comment" ("reply_to", id);
create index "comment__bin" on "w_main"."o_comment" (deleted_at) where deleted_at is not null;
create index "comment__held" on "w_main"."o_comment" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "comment__older" on "w_main"."o_comment" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "comment__history_id" on "w_main"."h_comment" (id, valid_from);
create index "comment__history_held" on "w_main"."h_comment" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "comment__history_in_order_of_created_at" on "w_main"."h_comment" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "comment__history_older" on "w_main"."h_comment" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "form__external" on "w_main"."o_form" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "form__unique_name" on "w_main"."o_form" ("name") where "name" is not null and deleted_at is null;
create index "form__owner" on "w_main"."o_form" ("owner", id);
create index "form__department" on "w_main"."o_form" ("department", id);
create index "form__created_at" on "w_main"."o_form" ("created_at", id);
create index "form__name" on "w_main"."o_form" ("name", id);
create index "form__bin" on "w_main"."o_form" (deleted_at) where deleted_at is not null;
create index "form__held" on "w_main"."o_form" (valid_from) include ("id", "owner", "department", "deleted_at", "updated_at");
create index "form__history_id" on "w_main"."h_form" (id, valid_from);
create index "form__history_held" on "w_main"."h_form" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "updated_at");
create unique index "form_response__external" on "w_main"."o_form_response" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "form_response__owner" on "w_main"."o_form_response" ("owner", id);
create index "form_response__department" on "w_main"."o_form_response" ("department", id);
create index "form_response__created_at" on "w_main"."o_form_response" ("created_at", id);
create index "form_response__updated_at" on "w_main"."o_form_response" ("updated_at", id);
create index "form_response__name" on "w_main"."o_form_response" ("name", id);
create index "form_response__form" on "w_main"."o_form_response" ("form", id);
create index "form_response__regarding" on "w_main"."o_form_response" ("regarding", id);
create index "form_response__complete" on "w_main"."o_form_response" ("complete", id);
create index "form_response__bin" on "w_main"."o_form_response" (deleted_at) where deleted_at is not null;
create index "form_response__held" on "w_main"."o_form_response" (valid_from) include ("id", "owner", "department", "deleted_at", "updated_at", "score");
create index "form_response__older" on "w_main"."o_form_response" (valid_from) include ("id", "updated_at", "owner", "department", "deleted_at") where "updated_at" > valid_from;
create index "form_response__history_id" on "w_main"."h_form_response" (id, valid_from);
create index "form_response__history_held" on "w_main"."h_form_response" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "updated_at", "score");
create index "form_response__history_in_order_of_updated_at" on "w_main"."h_form_response" ("updated_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "form_response__history_older" on "w_main"."h_form_response" (valid_from) include ("id", "updated_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "updated_at" > valid_from;
create unique index "user__external" on "w_main"."o_user" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "user__unique_login" on "w_main"."o_user" (lower(normalize("login", nfkc))) where "login" is not null and deleted_at is null;
create index "user__owner" on "w_main"."o_user" ("owner", id);
create index "user__department" on "w_main"."o_user" ("department", id);
create index "user__created_at" on "w_main"."o_user" ("created_at", id);
create index "user__name" on "w_main"."o_user" ("name", id);
create index "user__login" on "w_main"."o_user" ("login", id);
create index "user__kind" on "w_main"."o_user" ("kind", id);
create index "user__email" on "w_main"."o_user" ("email", id);
create index "user__mobile" on "w_main"."o_user" ("mobile", id);
create index "user__manager" on "w_main"."o_user" ("manager", id);
create index "user__active" on "w_main"."o_user" ("active", id);
create index "user__in_order_of_name" on "w_main"."o_user" ("name__order", "id");
create index "user__without_name__order" on "w_main"."o_user" (id) where "name" is not null and "name__order" is null;
create index "user__history_without_name__order" on "w_main"."h_user" (hid) where "name" is not null and "name__order" is null;
create index "user__bin" on "w_main"."o_user" (deleted_at) where deleted_at is not null;
create index "user__held" on "w_main"."o_user" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "user__history_id" on "w_main"."h_user" (id, valid_from);
create index "user__history_held" on "w_main"."h_user" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "department__external" on "w_main"."o_department" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "department__unique_with_empty_parent_name" on "w_main"."o_department" ("parent", lower(normalize("name", nfkc))) nulls not distinct where "name" is not null and deleted_at is null;
create index "department__owner" on "w_main"."o_department" ("owner", id);
create index "department__department" on "w_main"."o_department" ("department", id);
create index "department__created_at" on "w_main"."o_department" ("created_at", id);
create index "department__name" on "w_main"."o_department" ("name", id);
create index "department__parent" on "w_main"."o_department" ("parent", id);
create index "department__head" on "w_main"."o_department" ("head", id);
create index "department__position" on "w_main"."o_department" ("position", id);
create index "department__in_order_of_name" on "w_main"."o_department" ("name__order", "id");
create index "department__without_name__order" on "w_main"."o_department" (id) where "name" is not null and "name__order" is null;
create index "department__history_without_name__order" on "w_main"."h_department" (hid) where "name" is not null and "name__order" is null;
create index "department__bin" on "w_main"."o_department" (deleted_at) where deleted_at is not null;
create index "department__held" on "w_main"."o_department" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "department__history_id" on "w_main"."h_department" (id, valid_from);
create index "department__history_held" on "w_main"."h_department" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "user_department__external" on "w_main"."o_user_department" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "user_department__unique_user_place" on "w_main"."o_user_department" ("user", "place") where "user" is not null and "place" is not null and deleted_at is null;
create index "user_department__owner" on "w_main"."o_user_department" ("owner", id);
create index "user_department__department" on "w_main"."o_user_department" ("department", id);
create index "user_department__created_at" on "w_main"."o_user_department" ("created_at", id);
create index "user_department__user" on "w_main"."o_user_department" ("user", id);
create index "user_department__place" on "w_main"."o_user_department" ("place", id);
create index "user_department__bin" on "w_main"."o_user_department" (deleted_at) where deleted_at is not null;
create index "user_department__held" on "w_main"."o_user_department" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "user_department__older" on "w_main"."o_user_department" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "user_department__history_id" on "w_main"."h_user_department" (id, valid_from);
create index "user_department__history_held" on "w_main"."h_user_department" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "user_department__history_in_order_of_created_at" on "w_main"."h_user_department" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "user_department__history_older" on "w_main"."h_user_department" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "department_move__external" on "w_main"."o_department_move" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "department_move__owner" on "w_main"."o_department_move" ("owner", id);
create index "department_move__department" on "w_main"."o_department_move" ("department", id);
create index "department_move__created_at" on "w_main"."o_department_move" ("created_at", id);
create index "department_move__user" on "w_main"."o_department_move" ("user", id);
create index "department_move__place" on "w_main"."o_department_move" ("place", id);
create index "department_move__first_day" on "w_main"."o_department_move" ("first_day", id);
create index "department_move__status" on "w_main"."o_department_move" ("status", id);
create index "department_move__bin" on "w_main"."o_department_move" (deleted_at) where deleted_at is not null;
create index "department_move__held" on "w_main"."o_department_move" (valid_from) include ("id", "owner", "department", "deleted_at", "first_day", "last_day");
create index "department_move__history_id" on "w_main"."h_department_move" (id, valid_from);
create index "department_move__history_held" on "w_main"."h_department_move" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "first_day", "last_day");
create unique index "role__external" on "w_main"."o_role" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "role__unique_name" on "w_main"."o_role" ("name") where "name" is not null and deleted_at is null;
create index "role__owner" on "w_main"."o_role" ("owner", id);
create index "role__department" on "w_main"."o_role" ("department", id);
create index "role__created_at" on "w_main"."o_role" ("created_at", id);
create index "role__name" on "w_main"."o_role" ("name", id);
create index "role__bin" on "w_main"."o_role" (deleted_at) where deleted_at is not null;
create index "role__held" on "w_main"."o_role" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "role__history_id" on "w_main"."h_role" (id, valid_from);
create index "role__history_held" on "w_main"."h_role" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "user_role__external" on "w_main"."o_user_role" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "user_role__unique_user_role" on "w_main"."o_user_role" ("user", "role") where "user" is not null and "role" is not null and deleted_at is null;
create index "user_role__owner" on "w_main"."o_user_role" ("owner", id);
create index "user_role__department" on "w_main"."o_user_role" ("department", id);
create index "user_role__created_at" on "w_main"."o_user_role" ("created_at", id);
create index "user_role__user" on "w_main"."o_user_role" ("user", id);
create index "user_role__role" on "w_main"."o_user_role" ("role", id);
create index "user_role__bin" on "w_main"."o_user_role" (deleted_at) where deleted_at is not null;
create index "user_role__held" on "w_main"."o_user_role" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "user_role__older" on "w_main"."o_user_role" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "user_role__history_id" on "w_main"."h_user_role" (id, valid_from);
create index "user_role__history_held" on "w_main"."h_user_role" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "user_role__history_in_order_of_created_at" on "w_main"."h_user_role" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "user_role__history_older" on "w_main"."h_user_role" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "team__external" on "w_main"."o_team" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "team__unique_name" on "w_main"."o_team" (lower(normalize("name", nfkc))) where "name" is not null and deleted_at is null;
create index "team__owner" on "w_main"."o_team" ("owner", id);
create index "team__department" on "w_main"."o_team" ("department", id);
create index "team__created_at" on "w_main"."o_team" ("created_at", id);
create index "team__name" on "w_main"."o_team" ("name", id);
create index "team__lead" on "w_main"."o_team" ("lead", id);
create index "team__in_order_of_name" on "w_main"."o_team" ("name__order", "id");
create index "team__without_name__order" on "w_main"."o_team" (id) where "name" is not null and "name__order" is null;
create index "team__history_without_name__order" on "w_main"."h_team" (hid) where "name" is not null and "name__order" is null;
create index "team__bin" on "w_main"."o_team" (deleted_at) where deleted_at is not null;
create index "team__held" on "w_main"."o_team" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "team__history_id" on "w_main"."h_team" (id, valid_from);
create index "team__history_held" on "w_main"."h_team" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "team_member__external" on "w_main"."o_team_member" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "team_member__unique_team_user" on "w_main"."o_team_member" ("team", "user") where "team" is not null and "user" is not null and deleted_at is null;
create index "team_member__owner" on "w_main"."o_team_member" ("owner", id);
create index "team_member__department" on "w_main"."o_team_member" ("department", id);
create index "team_member__created_at" on "w_main"."o_team_member" ("created_at", id);
create index "team_member__team" on "w_main"."o_team_member" ("team", id);
create index "team_member__user" on "w_main"."o_team_member" ("user", id);
create index "team_member__bin" on "w_main"."o_team_member" (deleted_at) where deleted_at is not null;
create index "team_member__held" on "w_main"."o_team_member" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "team_member__older" on "w_main"."o_team_member" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "team_member__history_id" on "w_main"."h_team_member" (id, valid_from);
create index "team_member__history_held" on "w_main"."h_team_member" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "team_member__history_in_order_of_created_at" on "w_main"."h_team_member" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "team_member__history_older" on "w_main"."h_team_member" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "share__external" on "w_main"."o_share" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "share__unique_regarding_to" on "w_main"."o_share" ("regarding", "to") where "regarding" is not null and "to" is not null and deleted_at is null;
create index "share__owner" on "w_main"."o_share" ("owner", id);
create index "share__department" on "w_main"."o_share" ("department", id);
create index "share__created_at" on "w_main"."o_share" ("created_at", id);
create index "share__regarding" on "w_main"."o_share" ("regarding", id);
create index "share__to" on "w_main"."o_share" ("to", id);
create index "share__duty" on "w_main"."o_share" ("duty", id);
create index "share__expires_at" on "w_main"."o_share" ("expires_at", id);
create index "share__bin" on "w_main"."o_share" (deleted_at) where deleted_at is not null;
create index "share__held" on "w_main"."o_share" (valid_from) include ("id", "owner", "department", "deleted_at", "expires_at", "created_at");
create index "share__older" on "w_main"."o_share" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "share__history_id" on "w_main"."h_share" (id, valid_from);
create index "share__history_held" on "w_main"."h_share" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "expires_at", "created_at");
create index "share__history_in_order_of_created_at" on "w_main"."h_share" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "share__history_older" on "w_main"."h_share" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "sharing_rule__external" on "w_main"."o_sharing_rule" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "sharing_rule__unique_name" on "w_main"."o_sharing_rule" (lower(normalize("name", nfkc))) where "name" is not null and deleted_at is null;
create index "sharing_rule__owner" on "w_main"."o_sharing_rule" ("owner", id);
create index "sharing_rule__department" on "w_main"."o_sharing_rule" ("department", id);
create index "sharing_rule__created_at" on "w_main"."o_sharing_rule" ("created_at", id);
create index "sharing_rule__name" on "w_main"."o_sharing_rule" ("name", id);
create index "sharing_rule__object" on "w_main"."o_sharing_rule" ("object", id);
create index "sharing_rule__to" on "w_main"."o_sharing_rule" ("to", id);
create index "sharing_rule__in_order_of_name" on "w_main"."o_sharing_rule" ("name__order", "id");
create index "sharing_rule__without_name__order" on "w_main"."o_sharing_rule" (id) where "name" is not null and "name__order" is null;
create index "sharing_rule__history_without_name__order" on "w_main"."h_sharing_rule" (hid) where "name" is not null and "name__order" is null;
create index "sharing_rule__bin" on "w_main"."o_sharing_rule" (deleted_at) where deleted_at is not null;
create index "sharing_rule__held" on "w_main"."o_sharing_rule" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "sharing_rule__history_id" on "w_main"."h_sharing_rule" (id, valid_from);
create index "sharing_rule__history_held" on "w_main"."h_sharing_rule" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "file__external" on "w_main"."o_file" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "file__owner" on "w_main"."o_file" ("owner", id);
create index "file__department" on "w_main"."o_file" ("department", id);
create index "file__created_at" on "w_main"."o_file" ("created_at", id);
create index "file__name" on "w_main"."o_file" ("name", id);
create index "file__hash" on "w_main"."o_file" ("hash", id);
create index "file__document_type" on "w_main"."o_file" ("document_type", id);
create index "file__regarding" on "w_main"."o_file" ("regarding", id);
create index "file__of_also_regarding" on "w_main"."o_file" using gin ("also_regarding") with (fastupdate = off) where "also_regarding" is not null;
create index "file__bin" on "w_main"."o_file" (deleted_at) where deleted_at is not null;
create index "file__held" on "w_main"."o_file" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at", "size");
create index "file__older" on "w_main"."o_file" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "file__history_id" on "w_main"."h_file" (id, valid_from);
create index "file__history_held" on "w_main"."h_file" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at", "size");
create index "file__history_in_order_of_created_at" on "w_main"."h_file" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "file__history_older" on "w_main"."h_file" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "tag__external" on "w_main"."o_tag" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "tag__unique_name" on "w_main"."o_tag" (lower(normalize("name", nfkc))) where "name" is not null and deleted_at is null;
create index "tag__owner" on "w_main"."o_tag" ("owner", id);
create index "tag__department" on "w_main"."o_tag" ("department", id);
create index "tag__created_at" on "w_main"."o_tag" ("created_at", id);
create index "tag__name" on "w_main"."o_tag" ("name", id);
create index "tag__in_order_of_name" on "w_main"."o_tag" ("name__order", "id");
create index "tag__without_name__order" on "w_main"."o_tag" (id) where "name" is not null and "name__order" is null;
create index "tag__history_without_name__order" on "w_main"."h_tag" (hid) where "name" is not null and "name__order" is null;
create index "tag__bin" on "w_main"."o_tag" (deleted_at) where deleted_at is not null;
create index "tag__held" on "w_main"."o_tag" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "tag__history_id" on "w_main"."h_tag" (id, valid_from);
create index "tag__history_held" on "w_main"."h_tag" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create unique index "account_tag__external" on "w_main"."o_account_tag" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "account_tag__unique_account_tag" on "w_main"."o_account_tag" ("account", "tag") where "account" is not null and "tag" is not null and deleted_at is null;
create index "account_tag__owner" on "w_main"."o_account_tag" ("owner", id);
create index "account_tag__department" on "w_main"."o_account_tag" ("department", id);
create index "account_tag__created_at" on "w_main"."o_account_tag" ("created_at", id);
create index "account_tag__account" on "w_main"."o_account_tag" ("account", id);
create index "account_tag__tag" on "w_main"."o_account_tag" ("tag", id);
create index "account_tag__bin" on "w_main"."o_account_tag" (deleted_at) where deleted_at is not null;
create index "account_tag__held" on "w_main"."o_account_tag" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "account_tag__older" on "w_main"."o_account_tag" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "account_tag__history_id" on "w_main"."h_account_tag" (id, valid_from);
create index "account_tag__history_held" on "w_main"."h_account_tag" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "account_tag__history_in_order_of_created_at" on "w_main"."h_account_tag" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "account_tag__history_older" on "w_main"."h_account_tag" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "contact_tag__external" on "w_main"."o_contact_tag" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "contact_tag__unique_contact_tag" on "w_main"."o_contact_tag" ("contact", "tag") where "contact" is not null and "tag" is not null and deleted_at is null;
create index "contact_tag__owner" on "w_main"."o_contact_tag" ("owner", id);
create index "contact_tag__department" on "w_main"."o_contact_tag" ("department", id);
create index "contact_tag__created_at" on "w_main"."o_contact_tag" ("created_at", id);
create index "contact_tag__contact" on "w_main"."o_contact_tag" ("contact", id);
create index "contact_tag__tag" on "w_main"."o_contact_tag" ("tag", id);
create index "contact_tag__bin" on "w_main"."o_contact_tag" (deleted_at) where deleted_at is not null;
create index "contact_tag__held" on "w_main"."o_contact_tag" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "contact_tag__older" on "w_main"."o_contact_tag" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "contact_tag__history_id" on "w_main"."h_contact_tag" (id, valid_from);
create index "contact_tag__history_held" on "w_main"."h_contact_tag" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "contact_tag__history_in_order_of_created_at" on "w_main"."h_contact_tag" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "contact_tag__history_older" on "w_main"."h_contact_tag" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "lead_tag__external" on "w_main"."o_lead_tag" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "lead_tag__unique_lead_tag" on "w_main"."o_lead_tag" ("lead", "tag") where "lead" is not null and "tag" is not null and deleted_at is null;
create index "lead_tag__owner" on "w_main"."o_lead_tag" ("owner", id);
create index "lead_tag__department" on "w_main"."o_lead_tag" ("department", id);
create index "lead_tag__created_at" on "w_main"."o_lead_tag" ("created_at", id);
create index "lead_tag__lead" on "w_main"."o_lead_tag" ("lead", id);
create index "lead_tag__tag" on "w_main"."o_lead_tag" ("tag", id);
create index "lead_tag__bin" on "w_main"."o_lead_tag" (deleted_at) where deleted_at is not null;
create index "lead_tag__held" on "w_main"."o_lead_tag" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "lead_tag__older" on "w_main"."o_lead_tag" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "lead_tag__history_id" on "w_main"."h_lead_tag" (id, valid_from);
create index "lead_tag__history_held" on "w_main"."h_lead_tag" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "lead_tag__history_in_order_of_created_at" on "w_main"."h_lead_tag" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "lead_tag__history_older" on "w_main"."h_lead_tag" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "opportunity_tag__external" on "w_main"."o_opportunity_tag" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "opportunity_tag__unique_opportunity_tag" on "w_main"."o_opportunity_tag" ("opportunity", "tag") where "opportunity" is not null and "tag" is not null and deleted_at is null;
create index "opportunity_tag__owner" on "w_main"."o_opportunity_tag" ("owner", id);
create index "opportunity_tag__department" on "w_main"."o_opportunity_tag" ("department", id);
create index "opportunity_tag__created_at" on "w_main"."o_opportunity_tag" ("created_at", id);
create index "opportunity_tag__opportunity" on "w_main"."o_opportunity_tag" ("opportunity", id);
create index "opportunity_tag__tag" on "w_main"."o_opportunity_tag" ("tag", id);
create index "opportunity_tag__bin" on "w_main"."o_opportunity_tag" (deleted_at) where deleted_at is not null;
create index "opportunity_tag__held" on "w_main"."o_opportunity_tag" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "opportunity_tag__older" on "w_main"."o_opportunity_tag" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "opportunity_tag__history_id" on "w_main"."h_opportunity_tag" (id, valid_from);
create index "opportunity_tag__history_held" on "w_main"."h_opportunity_tag" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "opportunity_tag__history_in_order_of_created_at" on "w_main"."h_opportunity_tag" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "opportunity_tag__history_older" on "w_main"."h_opportunity_tag" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "view__external" on "w_main"."o_view" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "view__owner" on "w_main"."o_view" ("owner", id);
create index "view__department" on "w_main"."o_view" ("department", id);
create index "view__created_at" on "w_main"."o_view" ("created_at", id);
create index "view__name" on "w_main"."o_view" ("name", id);
create index "view__object" on "w_main"."o_view" ("object", id);
create index "view__visibility" on "w_main"."o_view" ("visibility", id);
create index "view__position" on "w_main"."o_view" ("position", id);
create index "view__in_order_of_name" on "w_main"."o_view" ("name__order", "id");
create index "view__without_name__order" on "w_main"."o_view" (id) where "name" is not null and "name__order" is null;
create index "view__history_without_name__order" on "w_main"."h_view" (hid) where "name" is not null and "name__order" is null;
create index "view__bin" on "w_main"."o_view" (deleted_at) where deleted_at is not null;
create index "view__held" on "w_main"."o_view" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "view__history_id" on "w_main"."h_view" (id, valid_from);
create index "view__history_held" on "w_main"."h_view" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "follow__external" on "w_main"."o_follow" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "follow__unique_regarding_owner" on "w_main"."o_follow" ("regarding", "owner") where "regarding" is not null and "owner" is not null and deleted_at is null;
create index "follow__owner" on "w_main"."o_follow" ("owner", id);
create index "follow__department" on "w_main"."o_follow" ("department", id);
create index "follow__created_at" on "w_main"."o_follow" ("created_at", id);
create index "follow__regarding" on "w_main"."o_follow" ("regarding", id);
create index "follow__bin" on "w_main"."o_follow" (deleted_at) where deleted_at is not null;
create index "follow__held" on "w_main"."o_follow" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "follow__older" on "w_main"."o_follow" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "follow__history_id" on "w_main"."h_follow" (id, valid_from);
create index "follow__history_held" on "w_main"."h_follow" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "follow__history_in_order_of_created_at" on "w_main"."h_follow" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "follow__history_older" on "w_main"."h_follow" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "company__external" on "w_main"."o_company" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "company__owner" on "w_main"."o_company" ("owner", id);
create index "company__department" on "w_main"."o_company" ("department", id);
create index "company__created_at" on "w_main"."o_company" ("created_at", id);
create index "company__name" on "w_main"."o_company" ("name", id);
create index "company__in_order_of_name" on "w_main"."o_company" ("name__order", "id");
create index "company__without_name__order" on "w_main"."o_company" (id) where "name" is not null and "name__order" is null;
create index "company__history_without_name__order" on "w_main"."h_company" (hid) where "name" is not null and "name__order" is null;
create index "company__bin" on "w_main"."o_company" (deleted_at) where deleted_at is not null;
create index "company__held" on "w_main"."o_company" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "company__history_id" on "w_main"."h_company" (id, valid_from);
create index "company__history_held" on "w_main"."h_company" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "calendar_day__external" on "w_main"."o_calendar_day" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "calendar_day__unique_date" on "w_main"."o_calendar_day" ("date") where "date" is not null and deleted_at is null;
create index "calendar_day__owner" on "w_main"."o_calendar_day" ("owner", id);
create index "calendar_day__department" on "w_main"."o_calendar_day" ("department", id);
create index "calendar_day__created_at" on "w_main"."o_calendar_day" ("created_at", id);
create index "calendar_day__name" on "w_main"."o_calendar_day" ("name", id);
create index "calendar_day__date" on "w_main"."o_calendar_day" ("date", id);
create index "calendar_day__in_order_of_name" on "w_main"."o_calendar_day" ("name__order", "id");
create index "calendar_day__without_name__order" on "w_main"."o_calendar_day" (id) where "name" is not null and "name__order" is null;
create index "calendar_day__history_without_name__order" on "w_main"."h_calendar_day" (hid) where "name" is not null and "name__order" is null;
create index "calendar_day__bin" on "w_main"."o_calendar_day" (deleted_at) where deleted_at is not null;
create index "calendar_day__held" on "w_main"."o_calendar_day" (valid_from) include ("id", "owner", "department", "deleted_at", "date");
create index "calendar_day__history_id" on "w_main"."h_calendar_day" (id, valid_from);
create index "calendar_day__history_held" on "w_main"."h_calendar_day" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "date");
create unique index "working_calendar__external" on "w_main"."o_working_calendar" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "working_calendar__owner" on "w_main"."o_working_calendar" ("owner", id);
create index "working_calendar__department" on "w_main"."o_working_calendar" ("department", id);
create index "working_calendar__created_at" on "w_main"."o_working_calendar" ("created_at", id);
create index "working_calendar__name" on "w_main"."o_working_calendar" ("name", id);
create index "working_calendar__in_order_of_name" on "w_main"."o_working_calendar" ("name__order", "id");
create index "working_calendar__without_name__order" on "w_main"."o_working_calendar" (id) where "name" is not null and "name__order" is null;
create index "working_calendar__history_without_name__order" on "w_main"."h_working_calendar" (hid) where "name" is not null and "name__order" is null;
create index "working_calendar__bin" on "w_main"."o_working_calendar" (deleted_at) where deleted_at is not null;
create index "working_calendar__held" on "w_main"."o_working_calendar" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "working_calendar__history_id" on "w_main"."h_working_calendar" (id, valid_from);
create index "working_calendar__history_held" on "w_main"."h_working_calendar" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "absence__external" on "w_main"."o_absence" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "absence__of_owner" on "w_main"."o_absence" ("owner");
create index "absence__of_department" on "w_main"."o_absence" ("department");
create index "absence__created_at" on "w_main"."o_absence" ("created_at", id);
create index "absence__of_user" on "w_main"."o_absence" ("user");
create index "absence__in_order_of_from" on "w_main"."o_absence" ("from", "id") include ("owner", "department", "deleted_at");
create index "absence__in_order_of_until" on "w_main"."o_absence" ("until", "id") include ("owner", "department", "deleted_at");
create index "absence__reason" on "w_main"."o_absence" ("reason", id);
create index "absence__in_order_of_reason" on "w_main"."o_absence" ("reason__order", "id") include ("owner", "department", "deleted_at");
create index "absence__without_reason__order" on "w_main"."o_absence" (id) where "reason" is not null and "reason__order" is null;
create index "absence__history_without_reason__order" on "w_main"."h_absence" (hid) where "reason" is not null and "reason__order" is null;
create index "absence__bin" on "w_main"."o_absence" (deleted_at) where deleted_at is not null;
create index "absence__held" on "w_main"."o_absence" (valid_from) include ("id", "owner", "department", "deleted_at", "from", "until");
create index "absence__history_id" on "w_main"."h_absence" (id, valid_from);
create index "absence__history_held" on "w_main"."h_absence" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "from", "until");
create unique index "exchange_rate__external" on "w_main"."o_exchange_rate" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "exchange_rate__unique_currency_since" on "w_main"."o_exchange_rate" ("currency", "since") where "currency" is not null and "since" is not null and deleted_at is null;
create index "exchange_rate__owner" on "w_main"."o_exchange_rate" ("owner", id);
create index "exchange_rate__department" on "w_main"."o_exchange_rate" ("department", id);
create index "exchange_rate__created_at" on "w_main"."o_exchange_rate" ("created_at", id);
create index "exchange_rate__currency" on "w_main"."o_exchange_rate" ("currency", id);
create index "exchange_rate__since" on "w_main"."o_exchange_rate" ("since", id);
create index "exchange_rate__in_order_of_currency" on "w_main"."o_exchange_rate" ("currency__order", "id");
create index "exchange_rate__without_currency__order" on "w_main"."o_exchange_rate" (id) where "currency" is not null and "currency__order" is null;
create index "exchange_rate__history_without_currency__order" on "w_main"."h_exchange_rate" (hid) where "currency" is not null and "currency__order" is null;
create index "exchange_rate__bin" on "w_main"."o_exchange_rate" (deleted_at) where deleted_at is not null;
create index "exchange_rate__held" on "w_main"."o_exchange_rate" (valid_from) include ("id", "owner", "department", "deleted_at", "rate", "since");
create index "exchange_rate__history_id" on "w_main"."h_exchange_rate" (id, valid_from);
create index "exchange_rate__history_held" on "w_main"."h_exchange_rate" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "rate", "since");
create unique index "job__external" on "w_main"."o_job" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "job__owner" on "w_main"."o_job" ("owner", id);
create index "job__department" on "w_main"."o_job" ("department", id);
create index "job__created_at" on "w_main"."o_job" ("created_at", id);
create index "job__kind" on "w_main"."o_job" ("kind", id);
create index "job__status" on "w_main"."o_job" ("status", id);
create index "job__bin" on "w_main"."o_job" (deleted_at) where deleted_at is not null;
create index "job__held" on "w_main"."o_job" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at", "done", "refused", "total");
create index "job__older" on "w_main"."o_job" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "job__history_id" on "w_main"."h_job" (id, valid_from);
create index "job__history_held" on "w_main"."h_job" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at", "done", "refused", "total");
create index "job__history_in_order_of_created_at" on "w_main"."h_job" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "job__history_older" on "w_main"."h_job" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "erasure_request__external" on "w_main"."o_erasure_request" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "erasure_request__owner" on "w_main"."o_erasure_request" ("owner", id);
create index "erasure_request__department" on "w_main"."o_erasure_request" ("department", id);
create index "erasure_request__created_at" on "w_main"."o_erasure_request" ("created_at", id);
create index "erasure_request__number" on "w_main"."o_erasure_request" ("number", id);
create index "erasure_request__subject" on "w_main"."o_erasure_request" ("subject", id);
create index "erasure_request__status" on "w_main"."o_erasure_request" ("status", id);
create index "erasure_request__decided_by" on "w_main"."o_erasure_request" ("decided_by", id);
create index "erasure_request__bin" on "w_main"."o_erasure_request" (deleted_at) where deleted_at is not null;
create index "erasure_request__held" on "w_main"."o_erasure_request" (valid_from) include ("id", "owner", "department", "deleted_at", "executed_at", "created_at");
create index "erasure_request__older" on "w_main"."o_erasure_request" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "erasure_request__history_id" on "w_main"."h_erasure_request" (id, valid_from);
create index "erasure_request__history_held" on "w_main"."h_erasure_request" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "executed_at", "created_at");
create index "erasure_request__history_in_order_of_created_at" on "w_main"."h_erasure_request" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "erasure_request__history_older" on "w_main"."h_erasure_request" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "notification__external" on "w_main"."o_notification" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "notification__owner" on "w_main"."o_notification" ("owner", id);
create index "notification__department" on "w_main"."o_notification" ("department", id);
create index "notification__created_at" on "w_main"."o_notification" ("created_at", id);
create index "notification__kind" on "w_main"."o_notification" ("kind", id);
create index "notification__regarding" on "w_main"."o_notification" ("regarding", id);
create index "notification__read_at" on "w_main"."o_notification" ("read_at", id);
create index "notification__bin" on "w_main"."o_notification" (deleted_at) where deleted_at is not null;
create index "notification__held" on "w_main"."o_notification" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at", "read_at");
create index "notification__older" on "w_main"."o_notification" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "notification__history_id" on "w_main"."h_notification" (id, valid_from);
create index "notification__history_held" on "w_main"."h_notification" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at", "read_at");
create index "notification__history_in_order_of_created_at" on "w_main"."h_notification" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "notification__history_older" on "w_main"."h_notification" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "chat_robot__external" on "w_main"."o_chat_robot" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "chat_robot__owner" on "w_main"."o_chat_robot" ("owner", id);
create index "chat_robot__department" on "w_main"."o_chat_robot" ("department", id);
create index "chat_robot__created_at" on "w_main"."o_chat_robot" ("created_at", id);
create index "chat_robot__name" on "w_main"."o_chat_robot" ("name", id);
create index "chat_robot__role" on "w_main"."o_chat_robot" ("role", id);
create index "chat_robot__bin" on "w_main"."o_chat_robot" (deleted_at) where deleted_at is not null;
create index "chat_robot__held" on "w_main"."o_chat_robot" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "chat_robot__history_id" on "w_main"."h_chat_robot" (id, valid_from);
create index "chat_robot__history_held" on "w_main"."h_chat_robot" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "message__external" on "w_main"."o_message" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "message__owner" on "w_main"."o_message" ("owner", id);
create index "message__department" on "w_main"."o_message" ("department", id);
create index "message__created_at" on "w_main"."o_message" ("created_at", id);
create index "message__event" on "w_main"."o_message" ("event", id);
create index "message__person" on "w_main"."o_message" ("person", id);
create index "message__robot" on "w_main"."o_message" ("robot", id);
create index "message__status" on "w_main"."o_message" ("status", id);
create index "message__regarding" on "w_main"."o_message" ("regarding", id);
create index "message__bin" on "w_main"."o_message" (deleted_at) where deleted_at is not null;
create index "message__held" on "w_main"."o_message" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at", "tries", "sent_at");
create index "message__older" on "w_main"."o_message" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "message__history_id" on "w_main"."h_message" (id, valid_from);
create index "message__history_held" on "w_main"."h_message" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at", "tries", "sent_at");
create index "message__history_in_order_of_created_at" on "w_main"."h_message" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "message__history_older" on "w_main"."h_message" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "duplicate_rule__external" on "w_main"."o_duplicate_rule" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "duplicate_rule__unique_object_kind" on "w_main"."o_duplicate_rule" ("object", "kind") where "object" is not null and "kind" is not null and deleted_at is null;
create index "duplicate_rule__owner" on "w_main"."o_duplicate_rule" ("owner", id);
create index "duplicate_rule__department" on "w_main"."o_duplicate_rule" ("department", id);
create index "duplicate_rule__created_at" on "w_main"."o_duplicate_rule" ("created_at", id);
create index "duplicate_rule__object" on "w_main"."o_duplicate_rule" ("object", id);
create index "duplicate_rule__bin" on "w_main"."o_duplicate_rule" (deleted_at) where deleted_at is not null;
create index "duplicate_rule__held" on "w_main"."o_duplicate_rule" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "duplicate_rule__history_id" on "w_main"."h_duplicate_rule" (id, valid_from);
create index "duplicate_rule__history_held" on "w_main"."h_duplicate_rule" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "import__external" on "w_main"."o_import" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "import__of_owner" on "w_main"."o_import" ("owner");
create index "import__of_department" on "w_main"."o_import" ("department");
create index "import__in_order_of_created_at" on "w_main"."o_import" ("created_at", "id") include ("owner", "department", "deleted_at", "status");
create index "import__file_name" on "w_main"."o_import" ("file_name", id);
create index "import__object" on "w_main"."o_import" ("object", id);
create index "import__of_status" on "w_main"."o_import" ("status");
create index "import__bin" on "w_main"."o_import" (deleted_at) where deleted_at is not null;
create index "import__held" on "w_main"."o_import" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at", "rows", "created", "updated", "skipped", "failed");
create index "import__older" on "w_main"."o_import" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "import__history_id" on "w_main"."h_import" (id, valid_from);
create index "import__history_held" on "w_main"."h_import" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at", "rows", "created", "updated", "skipped", "failed");
create index "import__history_in_order_of_created_at" on "w_main"."h_import" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "import__history_older" on "w_main"."h_import" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "approval_request__external" on "w_main"."o_approval_request" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "approval_request__unique_open_key" on "w_main"."o_approval_request" ("open_key") where "open_key" is not null and deleted_at is null;
create index "approval_request__owner" on "w_main"."o_approval_request" ("owner", id);
create index "approval_request__department" on "w_main"."o_approval_request" ("department", id);
create index "approval_request__created_at" on "w_main"."o_approval_request" ("created_at", id);
create index "approval_request__subject" on "w_main"."o_approval_request" ("subject", id);
create index "approval_request__regarding" on "w_main"."o_approval_request" ("regarding", id);
create index "approval_request__status" on "w_main"."o_approval_request" ("status", id);
create index "approval_request__approver" on "w_main"."o_approval_request" ("approver", id);
create index "approval_request__approver_role" on "w_main"."o_approval_request" ("approver_role", id);
create index "approval_request__decided_by" on "w_main"."o_approval_request" ("decided_by", id);
create index "approval_request__batch" on "w_main"."o_approval_request" ("batch", id);
create index "approval_request__bin" on "w_main"."o_approval_request" (deleted_at) where deleted_at is not null;
create index "approval_request__held" on "w_main"."o_approval_request" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at", "decided_at");
create index "approval_request__older" on "w_main"."o_approval_request" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "approval_request__history_id" on "w_main"."h_approval_request" (id, valid_from);
create index "approval_request__history_held" on "w_main"."h_approval_request" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at", "decided_at");
create index "approval_request__history_in_order_of_created_at" on "w_main"."h_approval_request" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "approval_request__history_older" on "w_main"."h_approval_request" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "service_level__external" on "w_main"."o_service_level" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "service_level__unique_name" on "w_main"."o_service_level" (lower(normalize("name", nfkc))) where "name" is not null and deleted_at is null;
create index "service_level__owner" on "w_main"."o_service_level" ("owner", id);
create index "service_level__department" on "w_main"."o_service_level" ("department", id);
create index "service_level__created_at" on "w_main"."o_service_level" ("created_at", id);
create index "service_level__name" on "w_main"."o_service_level" ("name", id);
create index "service_level__object" on "w_main"."o_service_level" ("object", id);
create index "service_level__bin" on "w_main"."o_service_level" (deleted_at) where deleted_at is not null;
create index "service_level__held" on "w_main"."o_service_level" (valid_from) include ("id", "owner", "department", "deleted_at");
create index "service_level__history_id" on "w_main"."h_service_level" (id, valid_from);
create index "service_level__history_held" on "w_main"."h_service_level" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at");
create unique index "clock_event__external" on "w_main"."o_clock_event" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "clock_event__owner" on "w_main"."o_clock_event" ("owner", id);
create index "clock_event__department" on "w_main"."o_clock_event" ("department", id);
create index "clock_event__created_at" on "w_main"."o_clock_event" ("created_at", id);
create index "clock_event__text" on "w_main"."o_clock_event" ("text", id);
create index "clock_event__regarding" on "w_main"."o_clock_event" ("regarding", id);
create index "clock_event__bin" on "w_main"."o_clock_event" (deleted_at) where deleted_at is not null;
create index "clock_event__held" on "w_main"."o_clock_event" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at");
create index "clock_event__older" on "w_main"."o_clock_event" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "clock_event__history_id" on "w_main"."h_clock_event" (id, valid_from);
create index "clock_event__history_held" on "w_main"."h_clock_event" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at");
create index "clock_event__history_in_order_of_created_at" on "w_main"."h_clock_event" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "clock_event__history_older" on "w_main"."h_clock_event" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
create unique index "pipeline__external" on "w_main"."o_pipeline" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "pipeline__unique_object_name" on "w_main"."o_pipeline" ("object", "name") where "object" is not null and "name" is not null and deleted_at is null;
create index "pipeline__owner" on "w_main"."o_pipeline" ("owner", id);
create index "pipeline__department" on "w_main"."o_pipeline" ("department", id);
create index "pipeline__created_at" on "w_main"."o_pipeline" ("created_at", id);
create index "pipeline__name" on "w_main"."o_pipeline" ("name", id);
create index "pipeline__title" on "w_main"."o_pipeline" ("title", id);
create index "pipeline__object" on "w_main"."o_pipeline" ("object", id);
create index "pipeline__default_for" on "w_main"."o_pipeline" ("default_for", id);
create index "pipeline__bin" on "w_main"."o_pipeline" (deleted_at) where deleted_at is not null;
create index "pipeline__held" on "w_main"."o_pipeline" (valid_from) include ("id", "owner", "department", "deleted_at", "published_version", "published_at");
create index "pipeline__history_id" on "w_main"."h_pipeline" (id, valid_from);
create index "pipeline__history_held" on "w_main"."h_pipeline" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "published_version", "published_at");
create unique index "pipeline_version__external" on "w_main"."o_pipeline_version" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create unique index "pipeline_version__unique_pipeline_number" on "w_main"."o_pipeline_version" ("pipeline", "number") where "pipeline" is not null and "number" is not null and deleted_at is null;
create index "pipeline_version__owner" on "w_main"."o_pipeline_version" ("owner", id);
create index "pipeline_version__department" on "w_main"."o_pipeline_version" ("department", id);
create index "pipeline_version__created_at" on "w_main"."o_pipeline_version" ("created_at", id);
create index "pipeline_version__pipeline" on "w_main"."o_pipeline_version" ("pipeline", id);
create index "pipeline_version__number" on "w_main"."o_pipeline_version" ("number", id);
create index "pipeline_version__bin" on "w_main"."o_pipeline_version" (deleted_at) where deleted_at is not null;
create index "pipeline_version__held" on "w_main"."o_pipeline_version" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at", "number");
create index "pipeline_version__history_id" on "w_main"."h_pipeline_version" (id, valid_from);
create index "pipeline_version__history_held" on "w_main"."h_pipeline_version" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at", "number");
create unique index "baseline__external" on "w_main"."o_baseline" (coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null;
create index "baseline__owner" on "w_main"."o_baseline" ("owner", id);
create index "baseline__department" on "w_main"."o_baseline" ("department", id);
create index "baseline__created_at" on "w_main"."o_baseline" ("created_at", id);
create index "baseline__name" on "w_main"."o_baseline" ("name", id);
create index "baseline__bin" on "w_main"."o_baseline" (deleted_at) where deleted_at is not null;
create index "baseline__held" on "w_main"."o_baseline" (valid_from) include ("id", "owner", "department", "deleted_at", "created_at", "cut_off", "record_count");
create index "baseline__older" on "w_main"."o_baseline" (valid_from) include ("id", "created_at", "owner", "department", "deleted_at") where "created_at" > valid_from;
create index "baseline__history_id" on "w_main"."h_baseline" (id, valid_from);
create index "baseline__history_held" on "w_main"."h_baseline" (period, valid_from) include ("id", "valid_to", "retracted", "owner", "department", "deleted_at", "created_at", "cut_off", "record_count");
create index "baseline__history_in_order_of_created_at" on "w_main"."h_baseline" ("created_at", "id") include ("period", "valid_from", "valid_to", "retracted", "deleted_at");
create index "baseline__history_older" on "w_main"."h_baseline" (valid_from) include ("id", "created_at", "period", "valid_to", "retracted", "owner", "department", "deleted_at") where "created_at" > valid_from;
