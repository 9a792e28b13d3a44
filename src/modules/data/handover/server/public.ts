import type { Module } from "../../../../engine/module.ts";
import { handoverMigrations } from "./handover.migrations.ts";
import { handoverRoutes } from "./handover.routes.ts";
import { transferRoutes } from "./transfer.routes.ts";
import { handoverKind } from "./run-handover.job.ts";

/** Work that changes hands: a person leaves, an account gets another owner. */
export const handoverModule: Module = {
  name: "handover",
  migrations: handoverMigrations,
  routes: [...handoverRoutes, ...transferRoutes],
  kinds: [handoverKind],
};
