import { useEffect, useMemo } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useLanguage } from "../../kit/language.tsx";
import { Failure, Skeleton } from "../../kit/States.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { ListEmpty } from "../list/ListEmpty.tsx";
import { RecordCards } from "../list/RecordCards.tsx";
import { RecordTable, type RecordTableProps } from "../list/RecordTable.tsx";
import { both } from "../list/scenes.ts";
import { isSummed } from "../list/summed.ts";
import type { ListPageTools } from "../list/use-list-page.ts";
import { whyEmpty } from "../list/why-empty.ts";
import { GroupCardHead, GroupHead } from "./GroupHead.tsx";
import { GroupPages } from "./GroupPages.tsx";
import { RestLine } from "./RestLine.tsx";
import { groupMessages } from "./group.messages.ts";
import { useGrouped } from "./use-grouped.ts";
import { type Group, MOST_GROUPS, useGroups } from "./use-groups.ts";
import * as styles from "./GroupedBody.module.css";

/** What a page knows of a grouped list, which reads its records by itself. */
export interface GroupedRecords {
  /** Those that are there, in the order of the groups. */
  readonly records: readonly Values[];
  readonly counted: { readonly total: number; readonly more: boolean } | undefined;
}
export interface GroupedBodyProps {
  readonly page: ListPageTools;
  /** Everything of the table that does not depend on the groups. */
  readonly table: Omit<RecordTableProps, "records" | "onMore" | "lines" | "total">;
}
const NO_GROUPS: readonly Group[] = [];

/** The rows of a list in groups, each with its head, count and sums. */
export function GroupedBody({ page, table }: GroupedBodyProps) {
  const { object, grouping, filter, state, asOf, columns, setGrouped } = page;
  const summed = useMemo(() => columns.map(({ field }) => field).filter(isSummed), [columns]);
  const names = useMemo(() => summed.map(({ name }) => name), [summed]);
  const asked = { filter, search: state.search, asOf, summed: names };
  const { groups = NO_GROUPS, total, isCut, counted } = useGroups(object, grouping, asked);
  const grouped = useGrouped(groups);
  const { records } = grouped;
  useEffect(() => {
    const count = total === undefined || isCut ? undefined : { total, more: total > 10_000 };
    setGrouped({ records, counted: count });
  }, [records, total, isCut, setGrouped]);
  useEffect(() => () => setGrouped(null), [setGrouped]);
  if (total === undefined)
    return counted.isError ? (
      <Failure error={counted.error} onRetry={() => void counted.refetch()} />
    ) : (
      <Skeleton rows={12} />
    );
  if (groups.length === 0)
    return <ListEmpty object={object} change={page.change} because={whyEmpty(page)} onReset={page.reset} />;
  return (
    <>
      {isCut && <CutNote />}
      <GroupedRows page={page} table={table} grouped={grouped} />
      {grouped.read.map(({ key, filter: own }) => (
        <GroupPages
          key={key}
          object={object.name}
          group={key}
          query={{ ...page.query, filter: both(filter, own), count: "none", limit: 50 }}
          isWanted={grouped.wanted.has(key)}
          tries={grouped.triesOf(key)}
          onPage={grouped.onPage}
        />
      ))}
    </>
  );
}

function CutNote() {
  const { t } = useLanguage();
  return <p className={styles.cut}>{t(groupMessages.tooMany, { count: MOST_GROUPS })}</p>;
}

interface GroupedRowsProps extends GroupedBodyProps {
  readonly grouped: ReturnType<typeof useGrouped>;
}
function GroupedRows({ page, table, grouped }: GroupedRowsProps) {
  const { object, columns } = page;
  const { lines, turn, retry, onSeen } = grouped;
  const narrow = useIsNarrow();
  const rows = useMemo(
    () => ({
      keys: lines.map(({ key }) => key),
      records: lines.map((line) => (line.kind === "row" ? line.record : null)),
    }),
    [lines],
  );
  if (narrow)
    return (
      <RecordCards
        object={object}
        records={grouped.records}
        columns={columns}
        onOpen={table.onOpen}
        onMore={nothing}
        tick={table.tick}
        lines={{
          ...rows,
          onSeen,
          draw(row, place) {
            const line = lines[row];
            if (line?.kind === "head")
              return <GroupCardHead {...place} object={object} line={line} row={row} onTurn={turn} />;
            return line?.kind === "rest" && <RestLine {...place} line={line} row={row} onRetry={retry} />;
          },
        }}
      />
    );
  return (
    <RecordTable
      {...table}
      records={grouped.records}
      onMore={nothing}
      total={page.counted?.total}
      lines={{
        ...rows,
        onSeen,
        draw(row, place) {
          const line = lines[row];
          if (line?.kind === "head")
            return <GroupHead {...place} object={object} line={line} row={row} onTurn={turn} />;
          return line?.kind === "rest" && <RestLine {...place} line={line} row={row} onRetry={retry} />;
        },
        onLine(row, key) {
          const line = lines[row];
          if (line?.kind !== "head" || !turnsOn(key, line.isOpen)) return false;
          turn(line.group.key);
          return true;
        },
      }}
    />
  );
}
const nothing = (): void => undefined;
const turnsOn = (key: string, isOpen: boolean): boolean =>
  key === "Enter" || key === " " || key === (isOpen ? "ArrowLeft" : "ArrowRight");
