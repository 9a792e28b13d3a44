import type { Module } from "../../../engine/public.ts";
import { retentionMigrations } from "./server/retention.migrations.ts";
import { retentionRoutes } from "./server/retention.routes.ts";
import { retentionPass } from "./server/run-retention.ts";

/** Takes away, by periods that the company sets, what the other modules offer to be taken away. */
export const retentionModule: Module = {
  name: "retention",
  migrations: retentionMigrations,
  routes: retentionRoutes,
  passes: [retentionPass],
};
