import {
  type CallOf,
  type Context,
  type Result,
  accept,
  aggregate,
  fieldRight,
  isReadable,
  objectOf,
} from "../../../../engine/public.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import type { CatalogObject, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import type { AggregateGroup } from "../../../../shared/wire/records.contract.ts";
import { DEAL_FILTERS, type DealFigure } from "../shared/deal-filters.ts";
import type { Figure, HomeDeals, readHomeDeals, StageFigure, Sum } from "../shared/home.contract.ts";
import { WHOSE_FILTERS } from "../shared/scope.ts";

interface Asking {
  readonly context: Context;
  readonly whose: string;
  /** The caller may read what deals are worth. */
  readonly hasAmount: boolean;
}

/** The deals of the home page in numbers: each figure a statement with the caller's rights in it. */
export async function readDeals(
  context: Context,
  { query: { whose = "mine" } }: CallOf<typeof readHomeDeals>,
): Promise<Result<{ data: HomeDeals }>> {
  const object = objectOf(context, opportunity.name);
  if (!object.ok) return object;
  const hasAmount = isReadable(fieldRight(context, object.value, "amount"));
  const asking: Asking = { context, whose: WHOSE_FILTERS[whose], hasAmount };
  const figure = async (which: DealFigure): Promise<Result<Figure>> => {
    const groups = await groupsOf(asking, which);
    return groups.ok ? accept(figureOf(asking, groups.value[0])) : groups;
  };
  const [open, won, sameDay, lastMonth, commit, slipped, due, stages] = await Promise.all([
    figure("open"),
    figure("won"),
    figure("wonSameDay"),
    figure("wonLastMonth"),
    figure("commit"),
    figure("slipped"),
    figure("due"),
    stagesOf(asking, object.value),
  ]);
  if (!open.ok) return open;
  if (!won.ok) return won;
  if (!sameDay.ok) return sameDay;
  if (!lastMonth.ok) return lastMonth;
  if (!commit.ok) return commit;
  if (!slipped.ok) return slipped;
  if (!due.ok) return due;
  if (!stages.ok) return stages;
  return accept({
    data: {
      open: open.value,
      stages: stages.value,
      won: won.value,
      won_same_day: sameDay.value,
      won_last_month: lastMonth.value,
      commit: commit.value,
      slipped: slipped.value,
      due: due.value,
    },
  });
}

/** The open ones by stage; a name is one of its pipeline's. Nothing for who may not know the stages. */
async function stagesOf(asking: Asking, object: CatalogObject): Promise<Result<StageFigure[]>> {
  const isRead = (name: string) => isReadable(fieldRight(asking.context, object, name));
  if (!isRead("stage")) return accept([]);
  const groups = await groupsOf(asking, "open", [...(isRead("pipeline") ? ["pipeline"] : []), "stage"]);
  if (!groups.ok) return groups;
  const rows = groups.value.map((group) => {
    const { pipeline = null, stage } = partOf(opportunity, group.key);
    return { pipeline, stage: stage ?? "", ...figureOf(asking, group) };
  });
  return accept(rows);
}

async function groupsOf(
  { context, whose, hasAmount }: Asking,
  which: DealFigure,
  by: readonly string[] = [],
): Promise<Result<readonly AggregateGroup[]>> {
  const condition = DEAL_FILTERS[which];
  const found = await aggregate(context, {
    object: opportunity.name,
    filter: whose ? `(${whose}) && (${condition})` : condition,
    ...(by.length === 0 ? {} : { group_by: by.map((field) => ({ field })) }),
    measures: [{ fn: "count" }, ...(hasAmount ? [{ fn: "sum", field: "amount" } as const] : [])],
  });
  return found.ok ? accept(found.value.groups) : found;
}

function figureOf({ hasAmount }: Asking, group: AggregateGroup | undefined): Figure {
  const [count, sum] = group?.values ?? [];
  return { count: typeof count === "number" ? count : 0, sum: hasAmount ? sumIn(sum) : null };
}
function sumIn(value: WireValue | undefined): Sum | null {
  if (!isMap(value)) return null;
  const { amount, currency, mixed } = value;
  if (typeof amount !== "string" || typeof currency !== "string") return null;
  return { amount, currency, ...(mixed === true ? { mixed } : {}) };
}
