import type { HomeScope } from "../../../../ui/slots/home-tiles.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { usePreference } from "../../../../ui/data/session.ts";
import { both } from "../../../../ui/record/list/scenes.ts";
import { DEAL_FILTERS } from "../shared/deal-filters.ts";
import { WHOSE, WHOSE_FILTERS, type Whose } from "../shared/scope.ts";
import { DAY_FILTERS } from "./day/day-filters.ts";

export interface HomeScopes {
  /** Null until it is known where there is something. */
  readonly scope: HomeScope | null;
  /** More than one: whoever sees others' records may choose. */
  readonly offered: readonly Whose[];
  readonly choose: (whose: Whose) => void;
}
const OF_TEAM = `owner != me() && ${WHOSE_FILTERS.subordinates}`;
const OF_OTHERS = `owner != me() && !(${WHOSE_FILTERS.subordinates})`;

/** Whether anything is open there: one row is enough to know. */
function useIsThere(object: string | undefined, ...filters: readonly string[]) {
  const query = { filter: both(...filters), fields: "id", limit: 1 };
  const { data, isPending } = useRecords(object ?? "", query, object !== undefined);
  return { isThere: (data?.data.length ?? 0) > 0, isKnown: object === undefined || !isPending };
}

/**
 * Whose work the home page shows: as last chosen, which is shown before it is known what else there is; else
 * the nearest in which anything is open.
 */
export function useHomeScope(deal: ObjectInfo | undefined, task: ObjectInfo | undefined): HomeScopes {
  const [chosen, choose] = usePreference<string>("home_scope", "");
  const [object, open] = deal ? [deal.name, DEAL_FILTERS.open] : [task?.name, DAY_FILTERS.open];
  const own = useIsThere(object, WHOSE_FILTERS.mine, open);
  const ownTasks = useIsThere(task?.name, WHOSE_FILTERS.mine, DAY_FILTERS.open);
  const team = useIsThere(object, OF_TEAM, open);
  const others = useIsThere(object, OF_OTHERS, open);
  const isOffered = { mine: true, subordinates: team.isThere, all: others.isThere };
  const offered = WHOSE.filter((whose) => isOffered[whose]);
  const isKnown = [own, ownTasks, team, others].every((one) => one.isKnown);
  const nearest = own.isThere || ownTasks.isThere ? "mine" : (offered[1] ?? "mine");
  const last = (isKnown ? offered : WHOSE).find((whose) => whose === chosen);
  const whose = last ?? (isKnown && object !== undefined ? nearest : null);
  return { scope: whose && { whose, filter: WHOSE_FILTERS[whose] }, offered: isKnown ? offered : [], choose };
}
