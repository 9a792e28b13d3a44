import type { Migration } from "../../../../platform/db/migration.ts";

/** As whom a session looks: {user} or {role, department}, since when. It ends with the session. */
export const viewAsMigrations: readonly Migration[] = [
  {
    id: "0102_view_as",
    scope: "workspace",
    statements: (schema) => [`alter table ${schema}.session add column view_as jsonb`],
  },
];
