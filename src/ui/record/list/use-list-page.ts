import { useCallback, useEffect, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { askedFields, type ObjectInfo } from "../../data/objects.ts";
import { type ListQuery, useRecordCount, useRecordList } from "../../data/records.ts";
import { usePreference } from "../../data/session.ts";
import { idOf } from "../../data/values.ts";
import { useSavedViews } from "../../data/views.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { type Column, columnOf, useLayout } from "./columns.ts";
import { useListState } from "./list-state.ts";
import { both, sceneOf } from "./scenes.ts";
import { partView } from "../time/since.ts";

const NOTHING: ReadonlySet<string> = new Set();

/** Everything a list page shows, out of its address, the saved views and this person's habits. */
export function useListPage(object: ObjectInfo) {
  const [state, change] = useListState();
  const views = useSavedViews(object.name);
  const [keptScene, keepScene] = usePreference<string>(`scene.${object.name}`, "all");
  const sceneKey = state.scene || keptScene;
  const scene = sceneOf(object, views, sceneKey);
  const layout = useLayout(object, scene.columns);
  const mode = state.mode || scene.view?.kind || "list";
  const scoped = both(scene.filter, state.filter);
  const { filter, asOf } = partView(object, scoped, state);
  const sort = state.sort || scene.sort || object.list.sort;
  const isSearch = state.search !== "";
  const columns = columnsOf(object, layout.columns);
  const fields = fieldsOf(object, columns);
  const query = useMemo<ListQuery>(
    () => ({
      filter,
      sort,
      search: state.search,
      as_of: asOf,
      limit: 100,
      count: isSearch ? "none" : "bounded",
      ...(fields ? { fields } : {}),
    }),
    [filter, sort, state.search, asOf, isSearch, fields],
  );
  const list = useRecordList(object.name, query, mode === "list");
  const counted = useRecordCount(object.name, query, mode === "list" && isSearch).data;
  const records = useMemo<readonly Values[]>(
    () => list.data?.pages.flatMap((page) => page.data) ?? [],
    [list.data],
  );
  const [selection, setSelection] = useState(NOTHING);
  useEffect(() => setSelection(NOTHING), [query]);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
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
    list,
    /** With how many match; undefined while that is not known. */
    counted: isSearch ? counted : list.data?.pages[0],
    records,
    selection,
    setSelection,
    more,
    setScene,
    reset,
  } as const;
}
const fieldsOf = (object: ObjectInfo, columns: readonly Column[]) =>
  askedFields(
    object,
    columns.flatMap(({ field }) =>
      field.kind === "stage" ? [field.name, "waiting_consents"] : [field.name],
    ),
  );
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
