import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  type AggregateBody,
  type AggregateGroup,
  aggregateRecords,
} from "../../shared/wire/records.contract.ts";
import { call } from "./call.ts";

export type AggregateQuery = AggregateBody;
export type { AggregateGroup };

async function fetchAggregate(
  object: string,
  body: AggregateQuery,
  signal: AbortSignal,
): Promise<readonly AggregateGroup[]> {
  const { groups } = await call(aggregateRecords, { params: { object }, body, signal });
  return groups;
}

export const useAggregate = (object: string, query: AggregateQuery, enabled = true) =>
  useQuery<readonly AggregateGroup[]>({
    queryKey: ["records", object, "aggregate", query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => fetchAggregate(object, query, signal),
  });
