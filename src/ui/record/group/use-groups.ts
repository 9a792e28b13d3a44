import { useMemo } from "react";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { type AggregateGroup, useAggregate } from "../../data/aggregates.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { usePipelines } from "../../data/pipelines.ts";
import { isSame } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { amountField } from "../board/amount-field.ts";
import { groupCondition } from "./group-condition.ts";
import { inGroupOrder } from "./group-order.ts";
import { groupBy, type Grouping } from "./grouping.ts";
import { type GroupLook, groupLook } from "./group-look.ts";

export const MOST_GROUPS = 500;
/** Of more than this only what is kept added up is shown. */
const FEW = 10_000;

export interface Group extends GroupLook {
  readonly key: string;
  /** The name of the field that it is grouped by. */
  readonly field: string;
  readonly value: WireValue;
  readonly count: number;
  /** By field; one that is missing is not known. */
  readonly sums: ReadonlyMap<string, WireValue>;
  /** The condition that its records meet. */
  readonly filter: string;
}
export interface GroupsAsked {
  readonly filter: string;
  readonly search: string;
  readonly asOf: string;
  /** The fields that are added up. */
  readonly summed: readonly string[];
}

/**
 * The groups of a list, each with count and sums of everything that its conditions cover, in one statement.
 * The amount of an object is kept added up; other fields are added beside it while there are few records.
 */
export function useGroups(object: ObjectInfo, grouping: Grouping | null, asked: GroupsAsked) {
  const tools = useLanguage();
  const { summed } = asked;
  const [kept, others] = keptFirst(object, summed);
  const query = {
    ...(asked.filter ? { filter: asked.filter } : {}),
    ...(asked.search ? { search: asked.search } : {}),
    ...(asked.asOf ? { as_of: asked.asOf } : {}),
    group_by: grouping ? groupBy(grouping) : [],
    limit: MOST_GROUPS,
  };
  const measures = [{ fn: "count" as const }, ...kept.map(sumOf)];
  const counted = useAggregate(object.name, { ...query, measures }, grouping !== null);
  const found = ofGrouping(counted.data, grouping);
  const total = found?.reduce((sum, { values: [count] }) => sum + Number(count ?? 0), 0);
  const wantsOthers = others.length > 0 && total !== undefined && total <= FEW;
  const added = useAggregate(object.name, { ...query, measures: others.map(sumOf) }, wantsOthers).data;
  const pipelines = usePipelines(object.name, grouping?.field.kind === "stage");
  const groups = useMemo(
    () =>
      grouping && found
        ? inGroupOrder(found, grouping, pipelines).map((group): Group => {
            const value = group.key[grouping.field.name] ?? null;
            return {
              ...groupLook(group, grouping, pipelines, tools),
              key: JSON.stringify(value),
              field: grouping.field.name,
              value,
              count: Number(group.values[0] ?? 0),
              sums: sumsOf(group, ofGrouping(added, grouping) ?? [], grouping, keptFirst(object, summed)),
              filter: groupCondition(grouping, value),
            };
          })
        : undefined,
    [found, added, grouping, pipelines, tools, object, summed],
  );
  return { groups, total, isCut: found?.length === MOST_GROUPS, counted };
}

const keptFirst = (object: ObjectInfo, summed: readonly string[]) => {
  const amount = amountField(object);
  return [summed.filter((name) => name === amount), summed.filter((name) => name !== amount)] as const;
};

/** Of a group: what was counted with it, and what was added up beside it. */
function sumsOf(
  group: AggregateGroup,
  added: readonly AggregateGroup[],
  { field: { name } }: Grouping,
  [kept, others]: readonly [readonly string[], readonly string[]],
): ReadonlyMap<string, WireValue> {
  const beside = others.length > 0 && added.find(({ key }) => isSame(key[name], group.key[name]));
  return new Map([...paired(kept, group.values.slice(1)), ...(beside ? paired(others, beside.values) : [])]);
}

/** What is still shown of another grouping says nothing here. */
const ofGrouping = (groups: readonly AggregateGroup[] | undefined, grouping: Grouping | null) =>
  grouping && groups?.every(({ key }) => grouping.field.name in key) ? groups : undefined;
const sumOf = (field: string) => ({ fn: "sum" as const, field });
const paired = (names: readonly string[], values: readonly WireValue[]) =>
  names.map((name, place) => [name, values[place] ?? null] as const);
