import { SOURCES } from "../src/objects/option-lists/source.ts";
import type { ReadMeasure } from "./contenders.ts";
import { listMeasure } from "./list-measure.ts";
import type { Caller } from "./world.ts";

const STAGES = ["discovery", "solution", "proposal", "negotiation", "won", "lost"] as const;
const LEAST = ["50000", "120000", "200000", "350000", "500000", "900000"] as const;

/** How much a caller sees, and who. */
export type Sight = readonly [string, Caller];

/** In one sight: as it opens, and filtered on one field and sorted by another. */
export function listsOfSight([sight, caller]: Sight): readonly ReadMeasure[] {
  const { id, subtree } = caller.context.principal;
  const seen: Readonly<Record<string, string>> =
    sight === "own" ? { owner: id ?? "" } : sight === "subtree" ? { departments: subtree.join(",") } : {};
  const sources = SOURCES.map(({ name }) => name);
  return [
    listMeasure(`list-50 ${sight}`, caller, [{ request: {}, plain: seen }]),
    listMeasure(
      `list-50 ${sight}, of a stage by close_date`,
      caller,
      STAGES.map((stage) => ({
        request: { filter: `stage == "${stage}"`, sort: "close_date" },
        plain: { ...seen, stage, sort: "close_date" },
      })),
    ),
    listMeasure(
      `list-50 ${sight}, of a source by amount`,
      caller,
      sources.map((source) => ({
        request: { filter: `source == "${source}"`, sort: "-amount" },
        plain: { ...seen, source, sort: "-amount" },
      })),
    ),
    listMeasure(
      `list-50 ${sight}, of an amount by updated_at`,
      caller,
      LEAST.map((least) => ({ request: { filter: `amount >= ${least}` }, plain: { ...seen, least } })),
    ),
  ];
}
