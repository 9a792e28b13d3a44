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
];
