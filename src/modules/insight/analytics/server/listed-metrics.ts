import { objectRegistries } from "../../../../engine/public.ts";
import { label, type LabelMap } from "../../../../shared/i18n/label.ts";
import { frozenMetrics } from "./frozen-metrics.ts";
import { metricCatalogue } from "./metric-catalogue.ts";

/** Metrics over records with stages, on the page of what runs on an object. */
export const listedMetrics = objectRegistries.define("metrics", {
  label: label("指标", "Metrics"),
  entries: ({ hooks }, { stageField }) => {
    if (stageField === undefined) return [];
    const labels = new Map<string, LabelMap>();
    for (const list of [frozenMetrics.read(hooks), metricCatalogue.read(hooks)])
      for (const [name, metric] of list) labels.set(name, metric.label);
    return [...labels].map(([name, label]) => ({ name, label }));
  },
});
