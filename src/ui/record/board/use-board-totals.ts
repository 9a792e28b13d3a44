import { useMemo } from "react";
import type { WireValue } from "../../../shared/metadata/object.ts";
import type { AggregateQuery } from "../../data/aggregates.ts";
import { useAggregate } from "../../data/aggregates.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { StageInfo } from "../../data/pipelines.ts";
import { textValue } from "../../data/values.ts";
import { both } from "../list/scenes.ts";
import { summedFields } from "./amount-field.ts";
import { closedWithin, isAnyStage } from "./board-filters.ts";

/** What a board's figures are about. */
export interface TotalsScope {
  readonly filter: string;
  readonly search: string;
  readonly asOf: string;
}
/** Count, sum and weighted sum of a column; a sum is null where there is none to be read. */
export interface ColumnTotals {
  readonly count: number;
  readonly sum: WireValue;
  readonly weighted?: WireValue;
}

export const totalsQuery = (
  { filter, search, asOf }: TotalsScope,
  groups: readonly string[],
  amount: string | null,
): AggregateQuery => ({
  ...(filter ? { filter } : {}),
  ...(search ? { search } : {}),
  ...(asOf ? { as_of: asOf } : {}),
  group_by: groups.map((field) => ({ field })),
  measures: [{ fn: "count" as const }, ...(amount ? [{ fn: "sum" as const, field: amount }] : [])],
});

/**
 * Count and sum per stage, of everything the board's conditions cover; of open stages also weighted, of those
 * where it ends what this quarter brought. Null while unknown.
 */
export function useBoardTotals(object: ObjectInfo, scope: TotalsScope, stages: readonly StageInfo[]) {
  const field = object.stageField ?? "";
  const { amount, share } = summedFields(object);
  const open = stages.filter(({ type }) => type === "open");
  const closed = stages.filter(({ type }) => type !== "open");
  const all = useAggregate(object.name, totalsQuery(scope, [field], amount), field !== "");
  const weighing = useAggregate(
    object.name,
    {
      ...totalsQuery({ ...scope, filter: both(isAnyStage(field, open), scope.filter) }, [field], null),
      measures: [{ fn: "sum", ...(amount ? { field: amount } : {}), ...(share ? { weight: share } : {}) }],
    },
    share !== null && open.length > 0,
  );
  const lately = useAggregate(
    object.name,
    totalsQuery(
      { ...scope, filter: both(closedWithin(object, closed, scope.asOf), scope.filter) },
      [field],
      amount,
    ),
    closed.length > 0,
  );
  const whole = useByStage(all.data, field);
  const weights = useByStage(weighing.data, field);
  const ended = useByStage(lately.data, field);
  return {
    totalsOf: (stage: string): ColumnTotals | null =>
      whole && { ...totals(whole.get(stage)), weighted: weights?.get(stage)?.[0] ?? null },
    endedOf: (stage: string): ColumnTotals | null => ended && totals(ended.get(stage)),
    isEarlier: all.isPlaceholderData,
  };
}

const totals = (values: readonly WireValue[] = []): ColumnTotals => ({
  count: Number(textValue(values[0] ?? 0)) || 0,
  sum: values[1] ?? null,
});

const useByStage = (groups: ReturnType<typeof useAggregate>["data"], field: string) =>
  useMemo(
    () => (groups ? new Map(groups.map((group) => [textValue(group.key[field]), group.values])) : null),
    [groups, field],
  );
