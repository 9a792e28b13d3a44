import { listTransitions } from "../../modules/process/gates/shared/moves.contract.ts";
import type { Values } from "../../shared/metadata/object.ts";
import {
  type AggregateBody,
  type AggregateGroup,
  aggregateRecords,
  listRecords,
} from "../../shared/wire/records.contract.ts";
import { answers } from "./stand-in.ts";
import { keeps, showPage, type Showing } from "./show.tsx";
import { idNo, LI_NA, PIPELINE, WANG_WEI } from "./world.ts";

const cny = (amount: string) => ({ amount, currency: "CNY" });
/** Two deals of two people, in the first two stages. */
export const meters = {
  id: idNo(20),
  name: "Flow meters",
  stage: "discovery",
  stage_type: "open",
  pipeline: PIPELINE,
  amount: cny("120000"),
  owner: LI_NA,
  titles: { owner: "李娜" },
  stage_entered_at: "2026-11-14T02:00:00Z",
  next_step: "Visit on Thursday",
};
export const valves = {
  ...meters,
  id: idNo(21),
  name: "Valves",
  stage: "needs",
  amount: cny("80000"),
  owner: WANG_WEI,
  titles: { owner: "王伟" },
};

/** What the figures of the board are asked for, and what they are. */
function totals({ group_by = [], measures, filter = "" }: AggregateBody): AggregateGroup[] {
  const by = group_by.map(({ field }) => field).join();
  if (by === "owner")
    return [
      { key: { owner: WANG_WEI }, values: [1, cny("80000")], titles: { owner: "王伟" } },
      { key: { owner: LI_NA }, values: [1, cny("120000")], titles: { owner: "李娜" } },
    ];
  if (by === "type") return [{ key: { type: null }, values: [2, cny("200000")] }];
  if (measures[0]?.weight) return [{ key: { stage: "discovery" }, values: [cny("12000")] }];
  if (filter.includes("close_date")) return [{ key: { stage: "won" }, values: [3, cny("900000")] }];
  return [
    { key: { stage: "discovery" }, values: [1, cny("120000")] },
    { key: { stage: "needs" }, values: [1, cny("80000")] },
    { key: { stage: "won" }, values: [785, cny("99000000")] },
  ];
}
const isAsked = (filter: string, deal: Values): boolean =>
  filter.includes(`stage == "${String(deal["stage"])}"`) &&
  (!filter.includes("owner ==") || filter.includes(`owner == "${String(deal["owner"])}"`));

/** What a board, its cards, its filters and the dialog of its views speak of: others are long to draw. */
const OBJECTS = [
  "opportunity",
  "account",
  "contact",
  "product",
  "competitor",
  "user",
  "department",
  "task",
  "activity",
  "form",
  "role",
  "view",
  "follow",
  "pipeline",
];

/** Opens the board of these deals by its address; what it asked of figures and what it wrote come back. */
export function openBoard(search = "", showing: Showing = {}) {
  for (const object of ["role", "form", "task"]) keeps(object, []);
  const lists = answers(
    listRecords,
    ({ query }) => {
      const data = [meters, valves].filter((deal) => isAsked(query.filter ?? "", deal));
      return { data, page: { next: null }, total: data.length };
    },
    { object: "opportunity" },
  );
  const figures = answers(aggregateRecords, ({ body }) => ({ groups: totals(body) }));
  answers(listTransitions, {
    data: ["discovery", "needs", "proposal", "won"].map((to, order) => ({
      to,
      label: { en: to },
      type: to === "won" ? ("won" as const) : ("open" as const),
      order,
      current: to === "discovery",
      allowed: true,
      unmet: [],
      layers: [],
    })),
  });
  const user = showPage(`/records/opportunity?scene=all&view=board${search}`, {
    objects: OBJECTS,
    ...showing,
  });
  return { user, figures, lists };
}
