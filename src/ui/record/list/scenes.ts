import type { Label } from "../../../shared/i18n/label.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { SavedView } from "../../data/views.ts";
import { recordTexts } from "../record.messages.ts";

export interface Scene {
  readonly key: string;
  readonly label: Label | null;
  readonly filter: string;
  readonly sort?: string;
}
const ALL: Scene = { key: "all", label: recordTexts.all, filter: "" };
const RECENT: Scene = { key: "recent", label: recordTexts.recent, filter: "", sort: "-updated_at" };

/** The scenes of an object: whose records, then the saved views. */
export const scenesOf = (object: ObjectInfo): readonly Scene[] =>
  object.sharing === "everyone"
    ? [ALL, RECENT, ...stalledOf(object)]
    : [
        ALL,
        { key: "mine", label: recordTexts.mine, filter: "owner == me()" },
        { key: "subordinates", label: recordTexts.subordinates, filter: "owner != me() && department in mysubtree()" },
        RECENT,
        ...stalledOf(object),
      ];
/** Of objects with a stage: what stands still by one of its clocks, the longest in its stage first. */
export const STALLED = 'stall_level == "red"';
export const hasClocks = (object: ObjectInfo): boolean => object.byName["stall_level"] !== undefined && object.byName["stall_level"].right !== "hidden";
const stalledOf = (object: ObjectInfo): readonly Scene[] =>
  hasClocks(object) ? [{ key: "stalled", label: recordTexts.stalled, filter: STALLED, sort: "stage_entered_at" }] : [];

export function sceneOf(object: ObjectInfo, views: readonly SavedView[], key: string): { filter: string; sort: string; view: SavedView | null } {
  if (key.startsWith("view:")) {
    const view = views.find((one) => one.id === key.slice(5)) ?? null;
    return { filter: view?.filter ?? "", sort: view?.sort ?? "", view };
  }
  const scene = scenesOf(object).find((one) => one.key === key) ?? ALL;
  return { filter: scene.filter, sort: scene.sort ?? "", view: null };
}

export const both = (...filters: readonly string[]): string => {
  const parts = filters.filter((filter) => filter.trim() !== "");
  return parts.length < 2 ? (parts[0] ?? "") : parts.map((part) => `(${part})`).join(" && ");
};
