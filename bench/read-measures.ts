import type { AggregateRequest } from "../src/engine/query/contract.ts";
import type { ReadMeasure } from "./contenders.ts";
import { feedMeasure } from "./feed-measure.ts";
import { getMeasures } from "./get-measures.ts";
import { listMeasure } from "./list-measure.ts";
import { listsOfAll } from "./lists-of-all.ts";
import { listsOfSight, type Sight } from "./lists-of-sight.ts";
import { boardMeasure, funnelMeasure } from "./report-measures.ts";
import { pairsOf, searchMeasure } from "./search-measure.ts";
import type { Caller, World } from "./world.ts";

const DAY = 86_400_000;
const PAST = new Date(Date.now() - 180 * DAY).toISOString().slice(0, 10);

/** Gets, lists, searches and totals, now and as of half a year ago. */
export async function readMeasures(world: World): Promise<ReadMeasure[]> {
  const { seller, manager, director } = world;
  const sights: readonly Sight[] = [
    ["own", seller],
    ["subtree", manager],
    ["all", director],
  ];
  const words = await pairsOf(world);
  return [
    ...(await getMeasures(world)),
    ...sights.flatMap(listsOfSight),
    ...(await listsOfAll(world)),
    listMeasure("as-of list-50 all", director, [{ request: { as_of: PAST, sort: "-amount" } }]),
    listMeasure("as-of list-50 one stage, subtree", manager, [
      { request: { as_of: PAST, filter: `stage == "proposal"` } },
    ]),
    ...sights.map(([sight, caller]) => searchMeasure(`search 2 characters, ${sight}`, caller, words)),
    ...boardsOf(world),
    funnelMeasure(director),
    await feedMeasure(world),
  ];
}

/** Totals of all and of what a manager sees, now and as of half a year ago. */
function boardsOf({ manager, director }: World): readonly ReadMeasure[] {
  const totals = {
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" as const }, { fn: "sum" as const, field: "amount" }],
  };
  const boards: readonly (readonly [string, Caller, Omit<AggregateRequest, "object">])[] = [
    ["board totals, all", director, totals],
    ["board totals, subtree", manager, totals],
    ["as-of board totals, all", director, { ...totals, as_of: PAST }],
    // Heads of a grouped list: one whose totals are kept, and one that counts the records themselves.
    ["grouped list by owner, all", director, { ...totals, group_by: [{ field: "owner" }] }],
    [
      "grouped list by month, all",
      director,
      { ...totals, group_by: [{ field: "close_date", bucket: "month" }] },
    ],
  ];
  return boards.map(([name, caller, asked]) => boardMeasure(name, caller, asked));
}
