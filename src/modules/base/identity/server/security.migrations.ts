import type { Migration } from "../../../../platform/db/migration.ts";

/** Second factors, the steps between password and session, and the company's security settings. */
export const securityMigrations: readonly Migration[] = [
  {
    id: "0103_security",
    scope: "workspace",
    statements: (schema) => [
      // Secrets are sealed with the installation's secret, codes are fingerprints.
      `create table ${schema}.second_factor (
        user_id uuid primary key, secret bytea not null, made_at timestamptz not null default now(), confirmed_at timestamptz, last_step bigint not null default 0)`,
      `create table ${schema}.recovery_code (user_id uuid not null, hash bytea not null, primary key (user_id, hash))`,
      `create table ${schema}.sign_in_challenge (
        token_hash bytea primary key, user_id uuid not null, sets_up boolean not null, created_at timestamptz not null default now(), expires_at timestamptz not null,
        tries integer not null default 0)`,
      `create index sign_in_challenge_by_user on ${schema}.sign_in_challenge (user_id)`,
      `create table ${schema}.security (one boolean primary key default true check (one), value jsonb not null default '{}', oidc_secret bytea)`,
      `insert into ${schema}.security default values`,
      // Read with every request, in the statement that reads the versions.
      `alter table ${schema}.versions add column networks_people cidr[], add column networks_keys cidr[]`,
    ],
  },
];
