import type { Module } from "../../../engine/public.ts";
import { analyticsMigrations } from "./server/analytics.migrations.ts";
import { baselineObject } from "./shared/baseline.object.ts";
import { ownMetrics } from "./server/own-metrics.ts";
import { baselineRoutes } from "./server/baseline.routes.ts";
import { ownFrozen } from "./server/frozen-metrics.ts";
import { listedMetrics } from "./server/listed-metrics.ts";
import { gateRefusalObject } from "./server/gate-refusal.object.ts";
import { insightRoutes } from "./server/insight.routes.ts";
import { pilotRoutes } from "./server/pilot.routes.ts";
import { stageVisitObject } from "./server/stage-visit.object.ts";
import { baselineExpressions } from "./server/baseline-expressions.ts";

/** Funnel, win rate, cycle, dwell and losses over the pipelines, each figure with the records behind it. */
export const analyticsModule: Module = {
  name: "analytics",
  saved: [baselineExpressions],
  objects: [stageVisitObject, gateRefusalObject, baselineObject],
  migrations: analyticsMigrations,
  contributes: [...ownMetrics, ...ownFrozen, listedMetrics],
  routes: [...insightRoutes, ...baselineRoutes, ...pilotRoutes],
};
