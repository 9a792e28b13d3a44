import type { Migration } from "../../../../platform/db/migration.ts";

/** Files that come in pieces: each piece is a content of its own until all of them have come. */
export const uploadMigrations: readonly Migration[] = [
  {
    id: "0480_upload",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.upload (id uuid primary key, actor uuid not null, name text not null, said text not null, size bigint not null, sha256 text, made_at timestamptz not null default now())`,
      `create index upload_by_actor on ${schema}.upload (actor)`,
      `create table ${schema}.upload_piece (upload uuid not null references ${schema}.upload (id) on delete cascade, start bigint not null, size bigint not null, hash text not null, primary key (upload, start))`,
      `create index upload_piece_by_hash on ${schema}.upload_piece (hash)`,
    ],
  },
];
