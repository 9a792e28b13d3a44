import { useMemo } from "react";
import { useAggregate } from "../../data/aggregates.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { textValue } from "../../data/values.ts";
import { amountField } from "./amount-field.ts";

/** Count and sum per stage, of everything the board's conditions cover; null while unknown. */
export function useBoardTotals(
  object: ObjectInfo,
  { filter, search, asOf }: { filter: string; search: string; asOf: string },
) {
  const field = object.stageField ?? "";
  const amount = amountField(object);
  const measures = [{ fn: "count" as const }, ...(amount ? [{ fn: "sum" as const, field: amount }] : [])];
  const query = {
    ...(filter ? { filter } : {}),
    ...(search ? { search } : {}),
    ...(asOf ? { as_of: asOf } : {}),
    group_by: [{ field }],
    measures,
  };
  const { data, isPlaceholderData: isEarlier } = useAggregate(object.name, query, field !== "");
  const byStage = useMemo(
    () => data && new Map(data.map((group) => [textValue(group.key[field]), group.values])),
    [data, field],
  );
  return { totalsOf: (stage: string) => (byStage ? (byStage.get(stage) ?? [0, null]) : null), isEarlier };
}
