import { extensionPoint } from "../../../../engine/public.ts";
import type { MetricDefinition } from "../shared/insight.contract.ts";

/** The one definition of each metric, by name. Screens show these words, the endpoints compute them. */
export const metricCatalogue = extensionPoint<MetricDefinition>("catalogue of metrics");
