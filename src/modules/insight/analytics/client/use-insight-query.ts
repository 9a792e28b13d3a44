import { useMemo } from "react";
import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import type { DepartmentTree } from "./departments.ts";
import type { InsightQuery } from "./insight-data.ts";
import { filterOf, type InsightState } from "./insight-state.ts";

/** What the address asks, in the words of the API. */
export function useInsightQuery(
  pipeline: PipelineInfo,
  state: InsightState,
  departments: DepartmentTree,
): InsightQuery {
  const filter = filterOf(state, departments.under(state.department));
  return useMemo((): InsightQuery => {
    const { from, to, mode, asOf } = state;
    return {
      object: pipeline.object,
      pipeline: pipeline.id,
      mode,
      ...(from ? { from } : {}),
      ...(to && (!from || from <= to) ? { to } : {}),
      ...(filter ? { filter } : {}),
      ...(asOf ? { as_of: asOf } : {}),
    };
  }, [pipeline, state, filter]);
}
