import type { MetricDefinition } from "../shared/insight.contract.ts";
import { biggestDropMetric } from "./biggest-drop-metric.ts";
import { cycleMetric } from "./cycle-metric.ts";
import { dwellMetric, dwellOutlierMetric } from "./dwell-metrics.ts";
import { funnelCohortMetric } from "./funnel-cohort-metric.ts";
import { funnelFlowMetric } from "./funnel-flow-metric.ts";
import { gatePassMetric } from "./gate-pass-metric.ts";
import { lossMetric } from "./loss-metric.ts";
import { metricCatalogue } from "./metric-catalogue.ts";
import { movementMetric } from "./movement-metric.ts";
import { winRateMetric } from "./win-rate-metric.ts";

/** In the order in which screens list them. */
const OWN: readonly MetricDefinition[] = [
  funnelCohortMetric,
  funnelFlowMetric,
  biggestDropMetric,
  winRateMetric,
  cycleMetric,
  dwellMetric,
  movementMetric,
  dwellOutlierMetric,
  gatePassMetric,
  lossMetric,
];

/** Those of this module. */
export const ownMetrics = OWN.map((metric) => metricCatalogue.define(metric.name, metric));
