import { useState } from "react";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { useAggregate } from "../../data/aggregates.ts";
import { isSummed } from "./summed.ts";
import type { ListPageTools } from "./use-list-page.ts";

export interface FootSums {
  /** By field; absent: not known. */
  readonly sums: ReadonlyMap<string, WireValue>;
  /** Of very many records nothing is added before somebody asks; then this does. */
  readonly ask: (() => void) | null;
}
/** The sums under a list: of everything that its conditions cover, not only of the rows that are loaded. */
export function useFootSums({
  object,
  columns,
  filter,
  state,
  asOf,
  counted,
  list,
  grouping,
}: ListPageTools): FootSums | null {
  const fields = columns.map(({ field }) => field).filter(isSummed);
  const query = {
    ...(filter ? { filter } : {}),
    ...(state.search ? { search: state.search } : {}),
    ...(asOf ? { as_of: asOf } : {}),
    measures: fields.map(({ name }) => ({ fn: "sum" as const, field: name })),
  };
  const asking = `${object.name} ${JSON.stringify(query)}`;
  const [asked, setAsked] = useState("");
  const isMany = counted?.more === true;
  const isThere = grouping === null ? list.isSuccess : counted !== undefined;
  const wanted = fields.length > 0 && isThere && (!isMany || asked === asking);
  const { data } = useAggregate(object.name, query, wanted);
  if (fields.length === 0 || counted?.total === 0) return null;
  const values = wanted ? data?.[0]?.values : undefined;
  return {
    sums: new Map(values ? fields.map(({ name }, place) => [name, values[place] ?? null] as const) : []),
    ask: isMany && !wanted ? () => setAsked(asking) : null,
  };
}
