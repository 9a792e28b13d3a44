import { useCallback, useEffect, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { usePreference } from "../../data/session.ts";
import { idOf } from "../../data/values.ts";
import { useSavedViews } from "../../data/views.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { cardColumns } from "../board/card-fields.ts";
import { type Column, columnOf, useLayout } from "./columns.ts";
import { type ListState, useListState } from "./list-state.ts";
import { both, firstScene, sceneOf } from "./scenes.ts";
import { type ListRecordsOptions, useListRecords } from "./use-list-records.ts";
import { partView } from "../time/since.ts";
import { groupingOf } from "../group/grouping.ts";
import type { GroupedRecords } from "../group/GroupedBody.tsx";

const NOTHING: ReadonlySet<string> = new Set();
const NO_RECORDS: readonly Values[] = [];

/** Everything a list page shows, out of its address, the saved views and this person's habits. */
export function useListPage(object: ObjectInfo) {
  const [state, change] = useListState();
  const scenes = useScene(object, state, change);
  const { scene } = scenes;
  const layout = useLayout(object, scene.columns);
  const cardsOf = useMemo(() => cardColumns(object, scene.view), [object, scene.view]);
  const cards = useLayout(object, cardsOf, "cards");
  const mode = state.mode || scene.view?.kind || "list";
  const scoped = both(scene.filter, state.filter);
  const { filter, asOf } = partView(object, scoped, state);
  const sort = state.sort || scene.sort || object.list.sort;
  const columns = columnsOf(object, layout.columns);
  const { isGrouped, grouped, ...groups } = useGrouping(object, state.group || scene.group, mode);
  const { query, list, counted, records, more } = useListRecords(object, {
    filter,
    sort,
    search: state.search,
    asOf,
    columns,
    mode,
    isGrouped,
  });
  const [selection, setSelection] = useState(NOTHING);
  useEffect(() => setSelection(NOTHING), [query]);
  return {
    object,
    state,
    change,
    ...scenes,
    layout,
    /** What the cards of a board show. */
    cards,
    columns,
    mode,
    /** Of a chart: what its bars stand for. */
    measure: state.measure || scene.view?.measure || "",
    filter,
    /** Without what narrows it to a part of the changes. */
    scoped,
    /** The day that is shown; empty: now. */
    asOf,
    sort,
    ...groups,
    /** What each group's records are asked with. */
    query,
    list,
    /** With how many match; undefined while that is not known. */
    counted: isGrouped ? grouped?.counted : counted,
    records: isGrouped ? (grouped?.records ?? NO_RECORDS) : records,
    selection,
    setSelection,
    more,
  } as const;
}

type Change = ReturnType<typeof useListState>[1];
/** The scene that the address names, else the one that was used last. */
function useScene(object: ObjectInfo, state: ListState, change: Change) {
  const views = useSavedViews(object.name);
  const [kept, keep] = usePreference<string>(`scene.${object.name}`, "");
  const sceneKey = state.scene || kept || firstScene(object);
  const scene = sceneOf(object, views, sceneKey, state.mode === "board" ? "board" : "list");
  const setScene = (next: string) => {
    keep(next);
    change({ scene: next, open: "" });
  };
  const reset = () => {
    keep("all");
    change({ filter: "", search: "", scene: "all", group: "", asOf: "", since: "", part: "" });
  };
  return { views, sceneKey, scene, setScene, reset };
}

/** What the list is grouped by: as its address says, and what that means (null: by nothing). */
function useGrouping(object: ObjectInfo, group: string, mode: ListRecordsOptions["mode"]) {
  const grouping = useMemo(() => groupingOf(object, group), [object, group]);
  const [grouped, setGrouped] = useState<GroupedRecords | null>(null);
  return { group, grouping, grouped, setGrouped, isGrouped: mode === "list" && grouping !== null };
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
