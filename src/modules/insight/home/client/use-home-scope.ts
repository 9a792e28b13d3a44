import type { HomeScope } from "../../../../ui/slots/home-tiles.ts";
import { useAggregate } from "../../../../ui/data/aggregates.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { usePreference } from "../../../../ui/data/session.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { both, type Scene, scenesOf } from "../../../../ui/record/list/scenes.ts";

export const OPEN_DEALS = 'stage_type == "open"';
export const OPEN_TASKS = 'status == "open"';
const WHOSE = ["mine", "subordinates", "all"] as const;
export type Whose = (typeof WHOSE)[number];

export interface HomeScopes {
  /** Null until it is known where there is something. */
  readonly scope: HomeScope | null;
  /** More than one: whoever sees others' records may choose. */
  readonly offered: readonly { readonly key: Whose; readonly label: NonNullable<Scene["label"]> }[];
  readonly choose: (whose: Whose) => void;
}

/** Whose work the home page shows: as last chosen, else the nearest in which anything is open. */
export function useHomeScope(deal: ObjectInfo | undefined, task: ObjectInfo | undefined): HomeScopes {
  const [chosen, choose] = usePreference<string>("home_scope", "");
  const object = deal ?? task;
  const scenes = object ? scenesOf(object) : [];
  const sceneOf = (key: Whose) => scenes.find((scene) => scene.key === key);
  const open = deal ? OPEN_DEALS : OPEN_TASKS;
  const count = { measures: [{ fn: "count" as const }] };
  const filterOf = (key: Whose) => both(sceneOf(key)?.filter ?? "", open);
  const mine = useAggregate(object?.name ?? "", { ...count, filter: filterOf("mine") }, object !== undefined);
  const team = useAggregate(
    object?.name ?? "",
    { ...count, filter: filterOf("subordinates") },
    object !== undefined,
  );
  const all = useAggregate(object?.name ?? "", { ...count, filter: filterOf("all") }, object !== undefined);
  const tasks = useAggregate(
    "task",
    { ...count, filter: both("owner == me()", OPEN_TASKS) },
    task !== undefined,
  );
  const numberOf = ({ data }: typeof mine): number => Number(textValue(data?.[0]?.values[0]) || 0);
  const [own, theirs, whole] = [numberOf(mine), numberOf(team), numberOf(all)];
  const isOffered = { mine: true, subordinates: theirs > 0, all: whole > own + theirs };
  const offered = WHOSE.flatMap((key) => {
    const label = sceneOf(key)?.label;
    return isOffered[key] && label ? [{ key, label }] : [];
  });
  const isKnown = [mine, team, all].every((answer) => !answer.isPending) && (!task || !tasks.isPending);
  const nearest =
    own + numberOf(tasks) > 0 ? "mine" : theirs > 0 ? "subordinates" : isOffered.all ? "all" : "mine";
  const whose = offered.find(({ key }) => key === chosen)?.key ?? nearest;
  return { scope: isKnown ? { whose, filter: sceneOf(whose)?.filter ?? "" } : null, offered, choose };
}
