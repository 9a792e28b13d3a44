import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * The objects of which the company has said who may use them. Those that are there when this comes are: it
 * has lived with them. In a new installation nothing is there yet; the row '*' says that the preset roles
 * answer for all that it begins with.
 */
export const objectUseMigrations: readonly Migration[] = [
  {
    id: "0110_object_use",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.object_use (object text collate "C" primary key, answered_at timestamptz not null default now(), answered_by uuid)`,
      `insert into ${schema}.object_use (object) select substr(c.relname, 3) from pg_class c
 where c.relnamespace = '${schema}'::regnamespace and c.relkind in ('r', 'p', 'v') and starts_with(c.relname::text, 'o_')`,
      `insert into ${schema}.object_use (object) select '*' where not exists (select from ${schema}.object_use where object = 'role')`,
    ],
  },
];
