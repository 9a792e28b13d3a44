import type { ReadMeasure } from "./contenders.ts";
import { listMeasure } from "./list-measure.ts";
import { pagesAfter } from "./pages-after.ts";
import type { World } from "./world.ts";

const FIELDS = [
  "name",
  "account",
  "stage",
  "amount",
  "close_date",
  "owner",
  "next_step",
  "stage_entered_at",
] as const;

/** Of all opportunities: as the screen asks, sorted otherwise, and far down. */
export async function listsOfAll(world: World): Promise<readonly ReadMeasure[]> {
  const { director } = world;
  const deep = await pagesAfter(world);
  return [
    listMeasure("list-50 all, screen's columns and titles", director, [
      { request: { fields: FIELDS, titles: true } },
    ]),
    listMeasure("list-50 all, by close_date", director, [
      { request: { sort: "close_date" }, plain: { sort: "close_date" } },
    ]),
    listMeasure(
      "page 10,000 by amount",
      director,
      deep.map(({ cursor, after }) => ({
        request: { sort: "-amount", cursor },
        plain: { sort: "-amount", after },
      })),
    ),
  ];
}
