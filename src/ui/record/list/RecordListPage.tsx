import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { can, type ObjectInfo, useObjects } from "../../data/objects.ts";
import { type ListQuery, useRecordList } from "../../data/records.ts";
import { usePreference } from "../../data/session.ts";
import { idOf } from "../../data/values.ts";
import { useSavedViews } from "../../data/views.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Boundary } from "../../kit/Boundary.tsx";
import { Failure, Skeleton } from "../../kit/States.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { useSaveCell } from "../use-save-cell.ts";
import { AsOfBanner } from "./AsOfControl.tsx";
import { columnOf, useLayout } from "./columns.ts";
import { ListEmpty } from "./ListEmpty.tsx";
import { ListHeader } from "./ListHeader.tsx";
import { ListTools } from "./ListTools.tsx";
import { useListState } from "./list-state.ts";
import { RecordCards } from "./RecordCards.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { both, sceneOf } from "./scenes.ts";
import { SceneTabs } from "./SceneTabs.tsx";
import "./list.css";

const BatchBar = lazily(() => import("./BatchBar.tsx").then((m) => m.BatchBar));
const RecordBoard = lazily(() => import("../board/RecordBoard.tsx").then((m) => m.RecordBoard));
const RecordDrawer = lazily(() => import("../page/RecordDrawer.tsx").then((m) => m.RecordDrawer));
const CreateDialog = lazily(() => import("../form/FormDialog.tsx").then((m) => m.CreateDialog));

const NOTHING: ReadonlySet<string> = new Set();

/** The list of any object: scenes, conditions, columns, board, the past, inline and batch edits. All of it stands in the address. */
export function RecordListPage({ object }: { readonly object: ObjectInfo }) {
  const [state, change] = useListState();
  const navigate = useNavigate();
  const narrow = useIsNarrow();
  const objects = useObjects();
  const views = useSavedViews(object.name);
  const [keptScene, keepScene] = usePreference<string>(`scene.${object.name}`, "all");
  const sceneKey = state.scene || keptScene;
  const scene = sceneOf(object, views, sceneKey);
  const layout = useLayout(object, scene.view);
  const [selection, setSelection] = useState<ReadonlySet<string>>(NOTHING);
  const save = useSaveCell(object);
  const mode = state.mode || scene.view?.kind || "list";
  const filter = both(scene.filter, state.filter);
  const sort = state.sort || scene.sort || object.list.sort;
  const query = useMemo<ListQuery>(
    () => ({ filter, sort, search: state.search, as_of: state.asOf, limit: 100, count: "bounded" }),
    [filter, sort, state.search, state.asOf],
  );
  const list = useRecordList(object.name, query, mode === "list");
  const records = useMemo<readonly Values[]>(() => list.data?.pages.flatMap((page) => page.data) ?? [], [list.data]);
  const first = list.data?.pages[0];
  useEffect(() => setSelection(NOTHING), [query]);
  useEffect(() => {
    const timer = setTimeout(() => void import("../form/FormDialog.tsx").catch(() => undefined), 1500);
    return () => clearTimeout(timer);
  }, []);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const open = useCallback(
    (record: Values) => {
      if (narrow) void navigate(`${recordPath(object.name, idOf(record))}${state.asOf ? `?as_of=${state.asOf}` : ""}`);
      else change({ open: idOf(record) });
    },
    [narrow, navigate, object.name, state.asOf, change],
  );
  const frozenInPast = state.asOf !== "";
  const columns = layout.columns.length > 0 ? layout.columns : object.byName[object.title] ? [columnOf(object.byName[object.title]!)] : [];
  const shown = list.isPending ? (
    <Skeleton rows={12} />
  ) : list.isError && records.length === 0 ? (
    <Failure error={list.error} onRetry={() => void list.refetch()} />
  ) : records.length === 0 ? (
    <ListEmpty
      object={object}
      state={state}
      change={change}
      filtered={filter !== "" || state.search !== "" || frozenInPast}
      onReset={() => (change({ filter: "", search: "", scene: "all", asOf: "" }), keepScene("all"))}
    />
  ) : narrow ? (
    <RecordCards object={object} records={records} columns={columns} onOpen={open} onMore={more} />
  ) : (
    <RecordTable
      object={object}
      records={records}
      columns={columns}
      frozen={layout.frozen}
      sort={sort}
      onSort={(next) => change({ sort: next })}
      onColumns={layout.setColumns}
      selection={selection}
      onSelection={frozenInPast || !(can(object, "update") || can(object, "delete")) ? null : setSelection}
      openId={state.open}
      onOpen={open}
      onMore={more}
      onCommit={frozenInPast ? null : (record, field, value) => void save(record, field, value)}
      total={first?.total}
    />
  );
  return (
    <div className="page list-page">
      <ListHeader
        object={object}
        state={state}
        change={change}
        total={mode === "list" ? first?.total : undefined}
        more={first?.more}
        filter={filter}
        columns={columns.map((column) => column.field.name)}
        mode={mode}
      />
      <SceneTabs object={object} views={views} value={sceneKey} onChange={(scene) => (keepScene(scene), change({ scene, open: "" }))} />
      <ListTools object={object} state={state} change={change} layout={layout} sort={sort} view={scene.view} mode={mode} />
      {frozenInPast && <AsOfBanner day={state.asOf} onLeave={() => change({ asOf: "" })} />}
      <div className="list-body">
        <Boundary resetKey={`${object.name}${mode}`}>
          {mode === "board" ? (
            <Suspense fallback={<Skeleton />}>
              <RecordBoard object={object} filter={filter} search={state.search} asOf={state.asOf} onOpen={open} />
            </Suspense>
          ) : (
            shown
          )}
        </Boundary>
        {selection.size > 0 && (
          <Suspense>
            <BatchBar object={object} selection={selection} onClear={() => setSelection(NOTHING)} />
          </Suspense>
        )}
      </div>
      <Suspense>
        {state.open !== "" && (
          <RecordDrawer
            object={object}
            id={state.open}
            asOf={state.asOf || null}
            order={records.map(idOf)}
            onOpen={(id) => change({ open: id }, "replace")}
            onClose={() => change({ open: "" }, "replace")}
          />
        )}
        {state.create !== "" && objects.has(object.name) && (
          <CreateDialog object={object} onClose={(made) => change({ create: "", ...(made && !narrow ? { open: made.id } : {}) }, "replace")} />
        )}
      </Suspense>
    </div>
  );
}
