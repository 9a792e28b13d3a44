import type { Module } from "../../../engine/public.ts";
import { handoverMigrations } from "./server/handover.migrations.ts";
import { handoverRoutes } from "./server/handover.routes.ts";
import { transferRoutes } from "./server/transfer.routes.ts";
import { handoverKind } from "./server/run-handover.job.ts";

/** Work that changes hands: a person leaves, an account gets another owner. */
export const handoverModule: Module = {
  name: "handover",
  migrations: handoverMigrations,
  routes: [...handoverRoutes, ...transferRoutes],
  kinds: [handoverKind],
};
