import type { Migration } from "../../../../platform/db/migration.ts";

/** How the person of a session came in; null: before this was kept. */
export const sessionWayMigrations: readonly Migration[] = [
  {
    id: "0106_session_way",
    scope: "workspace",
    statements: (schema) => [
      `alter table ${schema}.session add column way text`,
      `create index session_by_time on ${schema}.session (created_at desc, id desc) where ended_at is null`,
    ],
  },
];
