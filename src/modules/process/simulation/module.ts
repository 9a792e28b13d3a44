import type { Module } from "../../../engine/public.ts";
import { simulationKind } from "./server/simulation-job.ts";
import { simulationMigrations } from "./server/simulation.migrations.ts";
import { simulationRoutes } from "./server/simulation.routes.ts";

/** What the draft of a pipeline would have done with the moves of a past period. */
export const simulationModule: Module = {
  name: "simulation",
  migrations: simulationMigrations,
  routes: simulationRoutes,
  kinds: [simulationKind],
};
