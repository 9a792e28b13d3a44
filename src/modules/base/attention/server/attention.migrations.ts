import type { Migration } from "../../../../platform/db/migration.ts";

export const attentionMigrations: readonly Migration[] = [
  {
    id: "0470_comment_reading",
    scope: "workspace",
    // Who has had a comment of somebody else on the screen, and when first.
    statements: (schema) => [
      `create table ${schema}.comment_reading (comment uuid not null, person uuid not null, at timestamptz not null, primary key (comment, person))`,
      `create index comment_reading_of on ${schema}.comment_reading (person)`,
    ],
  },
  {
    id: "0471_record_look",
    scope: "workspace",
    // Who has opened which record: one row for each person and record.
    statements: (schema) => [
      `create table ${schema}.record_look (record uuid not null, person uuid not null, first_at timestamptz not null, last_at timestamptz not null, count integer not null, primary key (record, person))`,
      `create index record_look_of on ${schema}.record_look (person)`,
      `create index record_look_old on ${schema}.record_look (last_at)`,
    ],
  },
];
