import { STALLED } from "../../../shared/metadata/clock-fields.ts";
import type { Label } from "../../../shared/i18n/label.ts";
import { FOLLOWED, TAKES_PART_IN, TAKING_PART } from "../../../objects/near-me.ts";
import { isFollowable } from "../../data/follows.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { ListMode } from "./list-state.ts";
import type { ListedColumns } from "./columns.ts";
import type { SavedView } from "../../data/views.ts";
import { followMessages } from "../follow.messages.ts";
import { recordScreenMessages } from "../record.messages.ts";

export interface Scene {
  readonly key: string;
  readonly label: Label | null;
  readonly filter: string;
  readonly sort?: string;
  /** What it is grouped by, as in the address of a list. */
  readonly group?: string;
  /** A board has its stages side by side: there this does not narrow it to some of them. */
  readonly ofStages?: boolean;
  /** Where it shows other columns than the object's list. */
  readonly columns?: ListedColumns;
}
const ALL: Scene = { key: "all", label: recordScreenMessages.all, filter: "" };
const RECENT: Scene = { key: "recent", label: recordScreenMessages.recent, filter: "", sort: "-updated_at" };

const DEALS = "opportunity";
const MINE: Scene = { key: "mine", label: recordScreenMessages.mine, filter: "owner == me()" };
const OF_TEAM = "owner != me() && department in mysubtree()";
const TEAM: Scene = { key: "subordinates", label: recordScreenMessages.subordinates, filter: OF_TEAM };
const ofStages = (type: "open" | "won" | "lost", label: Label): Scene => ({
  key: type,
  label,
  filter: `stage_type == "${type}"`,
  ofStages: true,
});
/** What is alive comes first and is what a list opens on; what is over has scenes of its own. */
const LIVE: Readonly<Record<string, readonly Scene[]>> = {
  task: [
    {
      key: "todo",
      label: recordScreenMessages.myTasks,
      filter: 'owner == me() && status == "open"',
      sort: "due_date",
      group: "due_date:due",
    },
    {
      key: "team_todo",
      label: recordScreenMessages.teamTasks,
      filter: `${OF_TEAM} && status == "open"`,
      sort: "due_date",
      group: "due_date:due",
    },
    { key: "done", label: recordScreenMessages.doneTasks, filter: 'status == "done"', sort: "-done_at" },
  ],
  activity: [
    { key: "held", label: recordScreenMessages.held, filter: 'status == "done"', sort: "-occurred_at" },
    {
      key: "planned",
      label: recordScreenMessages.planned,
      filter: 'status == "planned"',
      sort: "occurred_at",
    },
  ],
};
const liveOf = (object: ObjectInfo): readonly Scene[] => {
  const stage = object.byName["stage_type"];
  if (!object.stageField || !stage || stage.right === "hidden") return LIVE[object.name] ?? [];
  return [ofStages("open", recordScreenMessages[object.name === DEALS ? "openDeals" : "openOnes"])];
};
const overOf = (object: ObjectInfo): readonly Scene[] =>
  liveOf(object).some((scene) => scene.ofStages)
    ? [ofStages("won", recordScreenMessages.wonOnes), ofStages("lost", recordScreenMessages.lostOnes)]
    : [];

/** What is somebody else's and yet one's business. */
const nearMe = (object: ObjectInfo): readonly Scene[] => [
  ...(TAKES_PART_IN.includes(object.name)
    ? [{ key: "taking_part", label: followMessages.takingPart, filter: TAKING_PART }]
    : []),
  ...(isFollowable(object) ? [{ key: "followed", label: followMessages.following, filter: FOLLOWED }] : []),
];

/** The scenes of an object, the one that its list opens on first. */
export const scenesOf = (object: ObjectInfo): readonly Scene[] => {
  const live = liveOf(object);
  const whose = object.sharing === "everyone" ? [] : [MINE, TEAM, ...nearMe(object)];
  return live.length === 0
    ? [ALL, ...whose, RECENT, ...stalledOf(object)]
    : [...live, ...whose, ...stalledOf(object), ...overOf(object), RECENT, ALL];
};
/** What a list opens on, as long as its reader has chosen nothing else. */
export const firstScene = (object: ObjectInfo): string => scenesOf(object)[0]?.key ?? ALL.key;
/** Of objects with a stage: what stands still by one of its clocks, the longest in its stage first. */
export const hasClocks = (object: ObjectInfo): boolean =>
  object.byName["stall_level"] !== undefined && object.byName["stall_level"].right !== "hidden";
const stalledOf = (object: ObjectInfo): readonly Scene[] =>
  hasClocks(object)
    ? [
        {
          key: "stalled",
          label: recordScreenMessages.stalled,
          filter: STALLED,
          sort: "stage_entered_at",
          columns: clockColumns(object),
        },
      ]
    : [];

/** The object's columns, and behind the stage by which clock a record stands still. */
function clockColumns(object: ObjectInfo): ListedColumns {
  const clocks = ["dwell_days", "idle_days", "slip_count"];
  const names = object.list.columns.filter((name) => name !== "stage_entered_at" && !clocks.includes(name));
  const stage = names.findIndex((name) => object.byName[name]?.kind === "stage");
  return { id: "stalled", columns: names.toSpliced(stage + 1, 0, ...clocks).map((field) => ({ field })) };
}

export interface ChosenScene {
  readonly filter: string;
  readonly sort: string;
  readonly group: string;
  readonly view: SavedView | null;
  readonly columns: ListedColumns | null;
}
export function sceneOf(
  object: ObjectInfo,
  views: readonly SavedView[],
  key: string,
  mode: ListMode = "list",
): ChosenScene {
  if (key.startsWith("view:")) {
    const view = views.find((one) => one.id === key.slice(5)) ?? null;
    return {
      filter: view?.filter ?? "",
      sort: view?.sort ?? "",
      group: view?.group ?? "",
      view,
      columns: view,
    };
  }
  const scene = scenesOf(object).find((one) => one.key === key) ?? ALL;
  const filter = mode === "board" && scene.ofStages ? "" : scene.filter;
  return {
    filter,
    sort: scene.sort ?? "",
    group: scene.group ?? "",
    view: null,
    columns: scene.columns ?? null,
  };
}

export const both = (...filters: readonly string[]): string => {
  const parts = filters.filter((filter) => filter.trim() !== "");
  return parts.length < 2 ? (parts[0] ?? "") : parts.map((part) => `(${part})`).join(" && ");
};
