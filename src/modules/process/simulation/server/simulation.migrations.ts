import type { Migration } from "../../../../platform/db/migration.ts";

export const simulationMigrations: readonly Migration[] = [
  {
    /** Replays that take longer than one waits for. */
    id: "0303_pipeline_simulation",
    scope: "workspace",
    statements: (schema) => [
      `create table ${schema}.pipeline_simulation (
        id uuid primary key, pipeline uuid not null, actor uuid not null, narrowed_to uuid, language text not null, question jsonb not null,
        status text not null, result jsonb, made_at timestamptz not null, finished_at timestamptz)`,
    ],
  },
];
