import type { Migration } from "../../../../platform/db/migration.ts";

/** Links that open without signing in. Of their secret only the digest is stored. */
export const linksMigrations: readonly Migration[] = [
  {
    id: "0450_link",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.link (
        id uuid primary key default gen_random_uuid(), token_hash bytea not null unique, purpose text collate "C" not null, object text collate "C" not null, record uuid not null,
        person uuid, made_by uuid, made_at timestamptz not null default now(), expires_at timestamptz not null, max_uses integer, uses integer not null default 0,
        last_used_at timestamptz, revoked_at timestamptz, revoked_by uuid, check (max_uses is null or uses <= max_uses))`,
      `create index link_by_record on ${schema}.link (record)`,
      `create index link_by_person on ${schema}.link (person) where revoked_at is null`,
      `create index link_by_time on ${schema}.link (made_at desc, id desc)`,
    ],
  },
  {
    id: "0451_spent_proof",
    scope: "workspace",
    // Puzzles of public pages that were answered, until they run out.
    statements: (schema) => [
      `create table ${schema}.spent_proof (salt text collate "C" primary key, until timestamptz not null)`,
      `create index spent_proof_until on ${schema}.spent_proof (until)`,
    ],
  },
];
