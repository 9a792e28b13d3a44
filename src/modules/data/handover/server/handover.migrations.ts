import type { Migration } from "../../../../platform/db/migration.ts";

/** What a hand-over job was asked to do; its state is the job's. */
export const handoverMigrations: readonly Migration[] = [
  {
    id: "0330_handover",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.handover_plan (job uuid primary key, user_id uuid not null, plan jsonb not null)`,
    ],
  },
];
