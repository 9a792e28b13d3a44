import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { request } from "./request.ts";

export interface AggregateQuery {
  readonly filter?: string;
  readonly search?: string;
  readonly group_by?: readonly {
    readonly field: string;
    readonly bucket?: "day" | "week" | "month" | "quarter" | "year";
  }[];
  readonly measures: readonly {
    readonly fn: "count" | "count_distinct" | "sum" | "avg" | "min" | "max" | "median" | "p90";
    readonly field?: string;
  }[];
  readonly as_of?: string;
  readonly limit?: number;
}
export interface AggregateGroup {
  readonly key: Values;
  readonly values: readonly WireValue[];
  readonly titles?: Values;
}

async function fetchAggregate(
  object: string,
  query: AggregateQuery,
  signal: AbortSignal,
): Promise<readonly AggregateGroup[]> {
  const { groups } = await request<{ groups: readonly AggregateGroup[] }>(`/records/${object}/aggregate`, {
    method: "POST",
    body: query,
    signal,
  });
  return groups;
}

export const useAggregate = (object: string, query: AggregateQuery, enabled = true) =>
  useQuery<readonly AggregateGroup[]>({
    queryKey: ["records", object, "aggregate", query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchAggregate(object, query, signal),
  });
