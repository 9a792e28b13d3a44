import { type ReactNode, Suspense, useCallback } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { can } from "../../data/objects.ts";
import { StaleWhileLoading } from "../../kit/StaleWhileLoading.tsx";
import { Failure, Skeleton } from "../../kit/States.tsx";
import { lazily } from "../../kit/lazily.ts";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { useSaveCell } from "../use-save-cell.ts";
import { ListEmpty, type ListEmptyProps } from "./ListEmpty.tsx";
import { RecordCards } from "./RecordCards.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { useFootSums } from "./use-foot-sums.ts";
import type { ListPageTools } from "./use-list-page.ts";

const SinceScope = lazily(() => import("../time/SinceScope.tsx").then((m) => m.SinceScope));

/** The rows themselves, or why there are none. */
export function ListBody({
  page,
  onOpen,
}: {
  readonly page: ListPageTools;
  readonly onOpen: (record: Values) => void;
}) {
  const { object, state, asOf, change, layout, columns, list, records, selection, setSelection, more } = page;
  const narrow = useIsNarrow();
  const foot = useFootSums(page);
  const save = useSaveCell(object);
  const commit = useCallback(
    (record: Values, field: string, value: WireValue) => void save(record, field, value),
    [save],
  );
  const isPast = asOf !== "";
  if (list.isPending) return <Skeleton rows={12} />;
  if (list.isError && records.length === 0)
    return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (records.length === 0)
    return <ListEmpty object={object} change={change} because={whyEmpty(page)} onReset={page.reset} />;
  if (narrow)
    return (
      <Compared page={page}>
        <RecordCards object={object} records={records} columns={columns} onOpen={onOpen} onMore={more} />
      </Compared>
    );
  return (
    <Compared page={page}>
      <RecordTable
        object={object}
        records={records}
        columns={columns}
        frozen={layout.frozen}
        sort={page.sort}
        onSort={(sort) => change({ sort })}
        onColumns={layout.setColumns}
        selection={selection}
        onSelection={isPast || !(can(object, "update") || can(object, "delete")) ? null : setSelection}
        openId={state.open}
        onOpen={onOpen}
        onMore={more}
        onCommit={isPast ? null : commit}
        total={page.counted?.total}
        foot={foot}
      />
    </Compared>
  );
}

function whyEmpty({ state, filter, asOf }: ListPageTools): ListEmptyProps["because"] {
  if (state.filter !== "" || state.search !== "" || asOf !== "") return "conditions";
  return filter === "" ? "none" : "scene";
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
