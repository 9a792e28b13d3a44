import type { ObjectInfo } from "../../data/objects.ts";
import type { SavedView } from "../../data/views.ts";
import type { ListState } from "../list/list-state.ts";
import { useBoardLayout } from "./use-board-layout.ts";

const NONE = "none";
/** The field whose values are lanes: as the address says, else as this person left it. */
export function useBoardLanes(object: ObjectInfo, { lanes }: ListState, view: SavedView | null) {
  const { layout, change } = useBoardLayout(object.name, view?.id ?? "");
  return {
    lanes: lanes === NONE ? "" : lanes || layout.lanes,
    /** Keeps it; what the address is to say follows. */
    keep: (field: string): string => {
      change({ lanes: field, foldedLanes: [] });
      return field || NONE;
    },
  };
}
