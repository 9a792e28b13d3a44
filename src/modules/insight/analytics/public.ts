export { defineFrozen, type FrozenMetric } from "./server/frozen-metrics.ts";
export { metricCatalogue } from "./server/metric-catalogue.ts";
export type { MetricDefinition } from "./shared/insight.contract.ts";
