import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { askCycle, askDwell, type CycleAnswer, type DwellAnswer } from "../shared/durations.contract.ts";
import type { DurationUnit } from "../shared/insight-body.contract.ts";
import type { InsightMode, RecordsRef } from "../shared/insight-parts.contract.ts";
import {
  askFunnel,
  askLoss,
  askWinRate,
  type FunnelAnswer,
  listMetrics,
  type LossAnswer,
  type WinRateAnswer,
} from "../shared/insight.contract.ts";
import { askMovement } from "../shared/movement.contract.ts";

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
type Asks = {
  readonly [K in keyof Answers]: (body: InsightQuery, signal: AbortSignal) => Promise<Answers[K]>;
};
const ASKS: Asks = {
  funnel: (body, signal) => call(askFunnel, { body, signal }),
  cycle: (body, signal) => call(askCycle, { body, signal }),
  dwell: (body, signal) => call(askDwell, { body, signal }),
  win_rate: (body, signal) => call(askWinRate, { body, signal }),
  loss: (body, signal) => call(askLoss, { body, signal }),
};

/**
 * Kept under the records of the object, so that the stream of changes reads it again when one of them
 * changes.
 */
export const useInsight = <K extends keyof Answers>(kind: K, query: InsightQuery, enabled = true) =>
  useQuery({
    queryKey: ["records", query.object, "insight", kind, query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ASKS[kind](query, signal),
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
    queryFn: ({ signal }) => call(askMovement, { body: query, signal }),
  });

export const useMetrics = () =>
  useQuery({
    queryKey: ["metrics-catalog"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await call(listMetrics, {})).data,
  });

/** The list of the records behind a number. */
export function listOf({ object, filter, as_of }: RecordsRef): string {
  const query = new URLSearchParams({ scene: "all", view: "list", filter, ...(as_of ? { as_of } : {}) });
  return `/records/${object}?${query}`;
}
