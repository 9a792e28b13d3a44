import { type ReactNode, Suspense, useCallback, useMemo } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { can, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { StaleWhileLoading } from "../../kit/StaleWhileLoading.tsx";
import { Failure, Skeleton } from "../../kit/States.tsx";
import { lazily } from "../../kit/lazily.ts";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { useSaveCell } from "../use-save-cell.ts";
import { ListEmpty } from "./ListEmpty.tsx";
import { RecordCards } from "./RecordCards.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { useFootSums } from "./use-foot-sums.ts";
import type { ListPageTools } from "./use-list-page.ts";
import { whyEmpty } from "./why-empty.ts";

const GroupedBody = lazily(() => import("../group/GroupedBody.tsx").then((m) => m.GroupedBody));
const SinceScope = lazily(() => import("../time/SinceScope.tsx").then((m) => m.SinceScope));

interface ListBodyProps {
  readonly page: ListPageTools;
  readonly onOpen: (record: Values) => void;
}
/** The rows themselves, or why there are none. */
export function ListBody({ page, onOpen }: ListBodyProps) {
  const { object, change, columns, list, records, more } = page;
  const narrow = useIsNarrow();
  const table = useTable({ page, onOpen });
  if (page.grouping)
    return (
      <Compared page={page}>
        <Suspense fallback={<Skeleton rows={12} />}>
          <GroupedBody page={page} table={table} />
        </Suspense>
      </Compared>
    );
  if (list.isPending) return <Skeleton rows={12} />;
  if (list.isError && records.length === 0)
    return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (records.length === 0)
    return <ListEmpty object={object} change={change} because={whyEmpty(page)} onReset={page.reset} />;
  return (
    <Compared page={page}>
      {narrow ? (
        <RecordCards
          object={object}
          records={records}
          columns={columns}
          onOpen={onOpen}
          onMore={more}
          tick={table.tick}
        />
      ) : (
        <RecordTable {...table} records={records} onMore={more} total={page.counted?.total} />
      )}
    </Compared>
  );
}

/** Everything of a table but its rows: what is chosen, what may be changed, what is added up. */
function useTable({ page, onOpen }: ListBodyProps) {
  const { object, state, asOf, change, layout, columns, selection, setSelection } = page;
  const foot = useFootSums(page);
  const save = useSaveCell(object);
  const commit = useCallback(
    (record: Values, field: string, value: WireValue) => void save(record, field, value),
    [save],
  );
  const isPast = asOf !== "";
  return {
    object,
    columns,
    frozen: layout.frozen,
    sort: page.sort,
    onSort: (sort: string) => change({ sort }),
    onColumns: layout.setColumns,
    selection,
    onSelection: isPast || !(can(object, "update") || can(object, "delete")) ? null : setSelection,
    openId: state.open,
    onOpen,
    onCommit: isPast ? null : commit,
    tick: useTick(object, isPast),
    foot,
  };
}

const TaskTick = lazily(() => import("./TaskTick.tsx").then((m) => m.TaskTick));
const TASK = "task";

/** How a task is done in its row, where it may be. */
function useTick(object: ObjectInfo, isPast: boolean): ((record: Values) => ReactNode) | null {
  const status = object.byName["status"];
  const isOffered = object.name === TASK && !isPast && status !== undefined && isEditable(object, status);
  return useMemo(
    () =>
      isOffered
        ? (record) => (
            <Suspense>
              <TaskTick object={object} record={record} />
            </Suspense>
          )
        : null,
    [object, isOffered],
  );
}

/** The rows, each with what has changed since the day that they are compared with. */
function Compared({
  page: { object, state, list, records },
  children,
}: {
  readonly page: ListPageTools;
  readonly children: ReactNode;
}) {
  const rows = <StaleWhileLoading busy={list.isPlaceholderData}>{children}</StaleWhileLoading>;
  if (state.since === "" || state.asOf !== "") return rows;
  return (
    <Suspense fallback={rows}>
      <SinceScope object={object} records={records} since={state.since} part={state.part}>
        {rows}
      </SinceScope>
    </Suspense>
  );
}
