import type { Module } from "../../../../engine/module.ts";
import { analyticsMigrations } from "./analytics.migrations.ts";
import { baselineObject } from "../shared/baseline.object.ts";
import { baselineRoutes } from "./baseline.routes.ts";
import { gateRefusalObject } from "./gate-refusal.object.ts";
import { insightRoutes } from "./insight.routes.ts";
import { pilotRoutes } from "./pilot.routes.ts";
import { stageVisitObject } from "./stage-visit.object.ts";
import { baselineExpressions } from "./baseline-expressions.ts";

/** Funnel, win rate, cycle, dwell and losses over the pipelines, each figure with the records behind it. */
export const analyticsModule: Module = {
  name: "analytics",
  saved: [baselineExpressions],
  objects: [stageVisitObject, gateRefusalObject, baselineObject],
  migrations: analyticsMigrations,
  routes: [...insightRoutes, ...baselineRoutes, ...pilotRoutes],
};
