import type { Migration } from "../../../../platform/db/migration.ts";

/** Records that people see while something else says so: kept beside what says it, and gone with it. */
export const sightWhileMigrations: readonly Migration[] = [
  {
    id: "0108_sight_while",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.sight_while (source text not null, source_id uuid not null, object text not null, record uuid not null,
        to_object text not null, "to" text not null, primary key (source, source_id, record, to_object, "to"))`,
      `create index sight_while_by_grantee on ${schema}.sight_while ("to", to_object)`,
    ],
  },
];
