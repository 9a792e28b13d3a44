import { STALLED } from "../../../shared/metadata/clock-fields.ts";
import type { Label } from "../../../shared/i18n/label.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { ListedColumns } from "./columns.ts";
import type { SavedView } from "../../data/views.ts";
import { recordScreenMessages } from "../record.messages.ts";

export interface Scene {
  readonly key: string;
  readonly label: Label | null;
  readonly filter: string;
  readonly sort?: string;
  /** Where it shows other columns than the object's list. */
  readonly columns?: ListedColumns;
}
const ALL: Scene = { key: "all", label: recordScreenMessages.all, filter: "" };
const RECENT: Scene = { key: "recent", label: recordScreenMessages.recent, filter: "", sort: "-updated_at" };

/** The scenes of an object: whose records, then the saved views. */
export const scenesOf = (object: ObjectInfo): readonly Scene[] =>
  object.sharing === "everyone"
    ? [ALL, RECENT, ...stalledOf(object)]
    : [
        ALL,
        { key: "mine", label: recordScreenMessages.mine, filter: "owner == me()" },
        {
          key: "subordinates",
          label: recordScreenMessages.subordinates,
          filter: "owner != me() && department in mysubtree()",
        },
        RECENT,
        ...stalledOf(object),
      ];
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
  readonly view: SavedView | null;
  readonly columns: ListedColumns | null;
}
export function sceneOf(object: ObjectInfo, views: readonly SavedView[], key: string): ChosenScene {
  if (key.startsWith("view:")) {
    const view = views.find((one) => one.id === key.slice(5)) ?? null;
    return { filter: view?.filter ?? "", sort: view?.sort ?? "", view, columns: view };
  }
  const scene = scenesOf(object).find((one) => one.key === key) ?? ALL;
  return { filter: scene.filter, sort: scene.sort ?? "", view: null, columns: scene.columns ?? null };
}

export const both = (...filters: readonly string[]): string => {
  const parts = filters.filter((filter) => filter.trim() !== "");
  return parts.length < 2 ? (parts[0] ?? "") : parts.map((part) => `(${part})`).join(" && ");
};
