import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { request } from "../../../ui/data/request.ts";
import type {
  CycleAnswer,
  DurationUnit,
  DwellAnswer,
  FunnelAnswer,
  InsightMode,
  LossAnswer,
  MetricDefinition,
  MovementAnswer,
  RecordsRef,
  WinRateAnswer,
} from "../shared/insight.contract.ts";

export interface InsightQuery {
  readonly object: string;
  readonly pipeline: string;
  readonly from?: string;
  readonly to?: string;
  readonly mode: InsightMode;
  readonly filter?: string;
  readonly as_of?: string;
  readonly unit?: DurationUnit;
  readonly outcomes?: readonly string[];
  readonly group_by?: readonly { readonly field: string; readonly bucket?: "month" }[];
}
interface Answers {
  readonly funnel: FunnelAnswer;
  readonly cycle: CycleAnswer;
  readonly dwell: DwellAnswer;
  readonly win_rate: WinRateAnswer;
  readonly loss: LossAnswer;
}

/**
 * Kept under the records of the object, so that the stream of changes reads it again when one of them
 * changes.
 */
export const useInsight = <K extends keyof Answers>(kind: K, query: InsightQuery, enabled = true) =>
  useQuery({
    queryKey: ["records", query.object, "insight", kind, query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<Answers[K]>(`/insight/${kind}`, { method: "POST", body: query, signal }),
  });

export interface MovementQuery {
  readonly object: string;
  readonly pipeline: string;
  readonly from: string;
  readonly to: string;
  readonly filter?: string;
  readonly group_by?: readonly { readonly field: string }[];
}
export const useMovement = (query: MovementQuery) =>
  useQuery({
    queryKey: ["records", query.object, "insight", "movement", query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request<MovementAnswer>("/insight/movement", { method: "POST", body: query, signal }),
  });

export const useMetrics = () =>
  useQuery({
    queryKey: ["metrics-catalog"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await request<{ data: readonly MetricDefinition[] }>("/metrics-catalog")).data,
  });

/** The list of the records behind a number. */
export function listOf({ object, filter, as_of }: RecordsRef): string {
  const query = new URLSearchParams({ scene: "all", view: "list", filter, ...(as_of ? { as_of } : {}) });
  return `/records/${object}?${query}`;
}
