import type { Params } from "../../../../engine/public.ts";
import type { ChangeQuery } from "../shared/log.contract.ts";

/** What is told to people of other changes: nearly as many lines again, and no news. */
const TOLD = ["notification", "message"];

/** Only what is asked for stands in the statement, so that each question finds its index. */
export function logConditions(filter: ChangeQuery, params: Params): readonly string[] {
  const asked = [
    ["c.actor =", filter.actor, "uuid"],
    ["c.object =", filter.object, "text"],
    ["c.record =", filter.record, "uuid"],
    ["c.kind =", filter.kind, "text"],
    ["c.road =", filter.road, "text"],
    ["c.at >=", filter.from, "timestamptz"],
    ["c.at <", filter.to, "timestamptz"],
    ["c.seq <", filter.cursor, "bigint"],
    ["c.request =", filter.request, "text"],
  ] as const;
  const wanted = asked.flatMap(([left, value, type]) =>
    value === undefined ? [] : [`${left} ${params.add(value, type)}`],
  );
  const isNarrow = filter.notifications === "1" || filter.object !== undefined || filter.record !== undefined;
  return [...wanted, ...(isNarrow ? ["true"] : TOLD.map((object) => `c.object <> '${object}'`))];
}
