import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * Tables of sign-in. People, roles and departments are records; their rights version stands in `versions` of
 * the engine.
 */
export const identityMigrations: readonly Migration[] = [
  {
    id: "0100_identity",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.credential (user_id uuid primary key, hash text not null, must_change boolean not null default false, changed_at timestamptz not null default now())`,
      `create table ${schema}.sign_in_attempt (login text collate "C" primary key, failed integer not null, rounds integer not null, locked_until timestamptz, last_at timestamptz not null)`,
      `create table ${schema}.session (
        token_hash bytea primary key, id uuid not null unique default gen_random_uuid(), user_id uuid not null, created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(), expires_at timestamptz not null, ip text, user_agent text, ended_at timestamptz)`,
      `create index session_by_user on ${schema}.session (user_id, last_seen_at desc) where ended_at is null`,
      `create table ${schema}.api_key (
        token_hash bytea primary key, id uuid not null unique default gen_random_uuid(), hint text not null, name text not null, user_id uuid not null, role_id uuid,
        created_at timestamptz not null default now(), expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz)`,
      `create index api_key_by_user on ${schema}.api_key (user_id, created_at desc) where revoked_at is null`,
      `create table ${schema}.invitation (
        token_hash bytea primary key, user_id uuid not null, created_by uuid, created_at timestamptz not null default now(), expires_at timestamptz not null, used_at timestamptz)`,
      `create index invitation_by_user on ${schema}.invitation (user_id) where used_at is null`,
      `create table ${schema}.preference (user_id uuid primary key, value jsonb not null)`,
      // Append-only; erasing a person blanks columns, never removes rows.
      `create table ${schema}.access_log (
        id bigint generated always as identity, at timestamptz not null default now(), kind text not null, user_id uuid, login text, ip text, user_agent text,
        credential uuid, detail jsonb, primary key (id, at)) partition by range (at)`,
      `create table ${schema}.access_log_other partition of ${schema}.access_log default`,
      `create index access_log_failures on ${schema}.access_log (ip, at) where kind = 'sign_in_failed'`,
      `create index access_log_by_user on ${schema}.access_log (user_id, at desc)`,
    ],
  },
  {
    id: "0101_shares_version",
    scope: "workspace",
    // Apart from `rights`: a share taken or given does not make every process forget everyone's roles.
    statements: (schema) => [`alter table ${schema}.versions add column shares bigint not null default 0`],
  },
];
