import { useCallback, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { usePreference } from "../../data/session.ts";
import { idOf } from "../../data/values.ts";
import { useSavedViews } from "../../data/views.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { type Column, columnOf, useLayout } from "./columns.ts";
import { useListState } from "./list-state.ts";
import { both, firstScene, sceneOf } from "./scenes.ts";
import { useListRecords } from "./use-list-records.ts";
import { partView } from "../time/since.ts";

const NOTHING: ReadonlySet<string> = new Set();

/** Everything a list page shows, out of its address, the saved views and this person's habits. */
export function useListPage(object: ObjectInfo) {
  const [state, change] = useListState();
  const views = useSavedViews(object.name);
  const [keptScene, keepScene] = usePreference<string>(`scene.${object.name}`, "");
  const sceneKey = state.scene || keptScene || firstScene(object);
  const isBoard = state.mode === "board";
  const scene = sceneOf(object, views, sceneKey, isBoard ? "board" : "list");
  const layout = useLayout(object, scene.columns);
  const mode = state.mode || scene.view?.kind || "list";
  const scoped = both(scene.filter, state.filter);
  const { filter, asOf } = partView(object, scoped, state);
  const sort = state.sort || scene.sort || object.list.sort;
  const columns = columnsOf(object, layout.columns);
  const { query, list, counted, records, more } = useListRecords(object, {
    filter,
    sort,
    search: state.search,
    asOf,
    columns,
    mode,
  });
  const [selection, setSelection] = useState(NOTHING);
  useEffect(() => setSelection(NOTHING), [query]);
  const setScene = (next: string) => {
    keepScene(next);
    change({ scene: next, open: "" });
  };
  const reset = () => {
    keepScene("all");
    change({ filter: "", search: "", scene: "all", asOf: "", since: "", part: "" });
  };
  return {
    object,
    state,
    change,
    views,
    sceneKey,
    scene,
    layout,
    columns,
    mode,
    filter,
    /** Without what narrows it to a part of the changes. */
    scoped,
    /** The day that is shown; empty: now. */
    asOf,
    sort,
    query,
    list,
    /** With how many match; undefined while that is not known. */
    counted,
    records,
    selection,
    setSelection,
    more,
    setScene,
    reset,
  } as const;
}
export type ListPageTools = ReturnType<typeof useListPage>;

/** A list always has a column: that of its title. */
function columnsOf(object: ObjectInfo, columns: readonly Column[]): readonly Column[] {
  const title = object.byName[object.title];
  return columns.length > 0 || !title ? columns : [columnOf(title)];
}

/** Opens a record beside the list, on a phone as a page. */
export function useOpenRecord({
  object,
  asOf,
  change,
}: Pick<ListPageTools, "object" | "asOf" | "change">): (record: Values) => void {
  const navigate = useNavigate();
  const narrow = useIsNarrow();
  return useCallback(
    (record: Values) => {
      if (narrow) void navigate(`${recordPath(object.name, idOf(record))}${asOf ? `?as_of=${asOf}` : ""}`);
      else change({ open: idOf(record) });
    },
    [narrow, navigate, object.name, asOf, change],
  );
}
