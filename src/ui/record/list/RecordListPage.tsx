import { Suspense, useEffect, useMemo } from "react";
import { useCallback, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { Boundary } from "../../kit/Boundary.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Skeleton } from "../../kit/States.tsx";
import { QuickFilters } from "../quick/QuickFilters.tsx";
import { useBoardLanes } from "../board/use-board-lanes.ts";
import { usePrintKey } from "../print/use-print-key.ts";
import { ListBody } from "./ListBody.tsx";
import { ListHeader } from "./ListHeader.tsx";
import { ListOverlays } from "./ListOverlays.tsx";
import { ListTools } from "./ListTools.tsx";
import { scenesOf } from "./scenes.ts";
import { SceneTabs } from "./SceneTabs.tsx";
import { type ListPageTools, useListPage, useOpenRecord } from "./use-list-page.ts";
import * as pageStyles from "../../kit/Page.module.css";
import * as styles from "./RecordListPage.module.css";

const BatchBar = lazily(() => import("./BatchBar.tsx").then((m) => m.BatchBar));
const RecordBoard = lazily(() => import("../board/RecordBoard.tsx").then((m) => m.RecordBoard));
const ViewChart = lazily(() => import("../chart/ViewChart.tsx").then((m) => m.ViewChart));
const PrintedList = lazily(() => import("../print/PrintedList.tsx").then((m) => m.PrintedList));
const ListTime = lazily(() => import("../time/ListTime.tsx").then((m) => m.ListTime));

/**
 * The list of any object: scenes, conditions, columns, board, the past, inline and batch edits. All of it
 * stands in the address.
 */
export function RecordListPage({ object }: { readonly object: ObjectInfo }) {
  const page = useListPage(object);
  const open = useOpenRecord(page);
  const { state, change, mode, columns } = page;
  const counted = mode === "list" ? page.counted : undefined;
  const [printing, setPrinting] = useState(false);
  const print = useCallback(() => setPrinting(true), []);
  usePrintKey(mode === "list" ? print : null);
  useFormAhead();
  return (
    <div className={`${pageStyles.page} ${styles.listPage}`}>
      <ListHeader
        object={object}
        state={state}
        change={change}
        total={counted?.total}
        more={counted?.more}
        filter={page.filter}
        columns={columns.map((column) => column.field.name)}
        mode={mode}
        onPrint={print}
      />
      <SceneTabs object={object} views={page.views} value={page.sceneKey} onChange={page.setScene} />
      <ListTools
        object={object}
        state={state}
        change={change}
        layout={mode === "board" ? page.cards : page.layout}
        sort={page.sort}
        group={page.group}
        view={page.scene.view}
        mode={mode}
        measure={page.measure}
      />
      <QuickFilters
        object={object}
        filter={state.filter}
        onFilter={(filter) => change({ filter }, "replace")}
      />
      <Suspense>{(state.asOf !== "" || state.since !== "") && <ListTime page={page} />}</Suspense>
      <div className={styles.listBody} data-past={page.asOf !== "" || undefined}>
        <Boundary resetKey={`${object.name}${mode}`}>
          <Suspense fallback={<Skeleton />}>
            <BoardOrRows page={page} onOpen={open} />
          </Suspense>
        </Boundary>
        <Selected page={page} />
      </div>
      <Suspense>
        <ListOverlays page={page} />
        {printing && <PrintedList page={page} onClose={() => setPrinting(false)} />}
      </Suspense>
    </div>
  );
}

/** What can be done with the rows that are selected. */
function Selected({ page }: { readonly page: ListPageTools }) {
  const { object, selection, setSelection } = page;
  if (selection.size === 0) return null;
  return (
    <Suspense>
      <BatchBar
        object={object}
        selection={selection}
        beyond={beyondOf(page)}
        onClear={() => setSelection(new Set())}
      />
    </Suspense>
  );
}

interface BoardOrRowsProps {
  readonly page: ListPageTools;
  readonly onOpen: (record: Values) => void;
}
/** The records themselves, as cards in their stages or as rows, or the chart of them. */
function BoardOrRows({ page, onOpen }: BoardOrRowsProps) {
  const { object, state, scene, cards, change } = page;
  const { lanes } = useBoardLanes(object, state, scene.view);
  const fields = useMemo(() => cards.columns.map(({ field }) => field), [cards.columns]);
  if (page.mode === "chart") return <ViewChart page={page} />;
  if (page.mode !== "board") return <ListBody page={page} onOpen={onOpen} />;
  return (
    <RecordBoard
      object={object}
      filter={page.filter}
      search={state.search}
      asOf={page.asOf}
      since={state.asOf === "" ? state.since : ""}
      part={state.part}
      fields={fields}
      lanes={lanes}
      view={scene.view?.id ?? ""}
      onOpen={onOpen}
      onList={({ stage: { type } }, filter) => {
        const over = scenesOf(object).some(({ key }) => key === type) ? type : "all";
        change({ mode: "list", scene: over, filter });
      }}
    />
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

/** The form is likely next: fetched while nothing else happens. */
function useFormAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void import("../form/FormDialog.tsx").catch(() => undefined), 5000);
    return () => clearTimeout(timer);
  }, []);
}
