import { Suspense, useEffect } from "react";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { Boundary } from "../../kit/Boundary.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Skeleton } from "../../kit/States.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { ListBody } from "./ListBody.tsx";
import { ListHeader } from "./ListHeader.tsx";
import { ListTools } from "./ListTools.tsx";
import { SceneTabs } from "./SceneTabs.tsx";
import { type ListPageTools, useListPage, useOpenRecord } from "./use-list-page.ts";
import "./list.css";

const BatchBar = lazily(() => import("./BatchBar.tsx").then((m) => m.BatchBar));
const RecordBoard = lazily(() => import("../board/RecordBoard.tsx").then((m) => m.RecordBoard));
const RecordDrawer = lazily(() => import("../page/RecordDrawer.tsx").then((m) => m.RecordDrawer));
const ListTime = lazily(() => import("../time/ListTime.tsx").then((m) => m.ListTime));
const CreateDialog = lazily(() => import("../form/FormDialog.tsx").then((m) => m.CreateDialog));

/**
 * The list of any object: scenes, conditions, columns, board, the past, inline and batch edits. All of it
 * stands in the address.
 */
export function RecordListPage({ object }: { readonly object: ObjectInfo }) {
  const page = useListPage(object);
  const open = useOpenRecord(page);
  const { state, change, mode, columns, selection, setSelection } = page;
  const counted = mode === "list" ? page.counted : undefined;
  useFormAhead();
  return (
    <div className="page list-page">
      <ListHeader
        object={object}
        state={state}
        change={change}
        total={counted?.total}
        more={counted?.more}
        filter={page.filter}
        columns={columns.map((column) => column.field.name)}
        mode={mode}
      />
      <SceneTabs object={object} views={page.views} value={page.sceneKey} onChange={page.setScene} />
      <ListTools
        object={object}
        state={state}
        change={change}
        layout={page.layout}
        sort={page.sort}
        view={page.scene.view}
        mode={mode}
      />
      <Suspense>{(state.asOf !== "" || state.since !== "") && <ListTime page={page} />}</Suspense>
      <div className="list-body" data-past={page.asOf !== "" || undefined}>
        <Boundary resetKey={`${object.name}${mode}`}>
          <Suspense fallback={<Skeleton />}>
            {mode === "board" ? (
              <RecordBoard
                object={object}
                filter={page.filter}
                search={state.search}
                asOf={page.asOf}
                since={state.asOf === "" ? state.since : ""}
                part={state.part}
                onOpen={open}
              />
            ) : (
              <ListBody page={page} onOpen={open} />
            )}
          </Suspense>
        </Boundary>
        <Suspense>
          {selection.size > 0 && (
            <BatchBar
              object={object}
              selection={selection}
              beyond={beyondOf(page)}
              onClear={() => setSelection(new Set())}
            />
          )}
        </Suspense>
      </div>
      <Suspense>
        <Overlays page={page} />
      </Suspense>
    </div>
  );
}

/**
 * The condition that covers more than what is loaded, once all of that is selected. A search is no condition.
 */
function beyondOf({ selection, records, counted, state, filter }: ListPageTools) {
  if (
    state.search !== "" ||
    counted?.total === undefined ||
    counted.total <= records.length ||
    selection.size < records.length
  )
    return null;
  return { filter, total: counted.total, more: counted.more };
}

/** What lies over the list: the record in the drawer, the create form. */
function Overlays({ page: { object, state, asOf, change, records } }: { readonly page: ListPageTools }) {
  const narrow = useIsNarrow();
  const open = (id: string) => change({ open: id }, "replace");
  return (
    <>
      {state.open !== "" && (
        <RecordDrawer
          object={object}
          id={state.open}
          asOf={asOf || null}
          order={records.map(idOf)}
          onOpen={open}
          onClose={() => open("")}
        />
      )}
      {state.create !== "" && (
        <CreateDialog
          object={object}
          onClose={(made) => change({ create: "", ...(made && !narrow ? { open: made.id } : {}) }, "replace")}
        />
      )}
    </>
  );
}

/** The form is likely next: fetched while nothing else happens. */
function useFormAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void import("../form/FormDialog.tsx").catch(() => undefined), 5000);
    return () => clearTimeout(timer);
  }, []);
}
