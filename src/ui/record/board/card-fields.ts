import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";
import type { SavedView } from "../../data/views.ts";
import type { ListedColumns } from "../list/columns.ts";

const STAGE_PARTS = ["pipeline", "stage_type", "stage_entered_at"];
/** A card always has its name, its owner, its column and how long it has stood there; the rest is chosen. */
export const isCardField = (object: ObjectInfo, { name }: Pick<FieldInfo, "name">): boolean =>
  name !== object.title &&
  name !== "owner" &&
  name !== object.stageField &&
  !(object.stageField && STAGE_PARTS.includes(name));

/** What cards show of an object: as the view of a board says, else what its list shows first. */
export function cardColumns(object: ObjectInfo, view: SavedView | null): ListedColumns {
  const own = view?.kind === "board" ? view.columns : [];
  const wanted = own.length > 0 ? own : object.list.columns.map((field) => ({ field }));
  const fits = wanted.filter(({ field }) => {
    const info = object.byName[field];
    return info !== undefined && isShown(info) && isCardField(object, info);
  });
  return { id: view?.id ?? "", columns: fits.slice(0, MOST) };
}
const MOST = 6;
