import { Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import { askedFields } from "../../data/objects.ts";
import { type ListQuery, useRecordList } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import { StaleWhileLoading } from "../../kit/StaleWhileLoading.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Failure, Skeleton } from "../../kit/States.tsx";
import { useVirtualRows } from "../../kit/use-virtual-rows.ts";
import { useCardMarks } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { SinceScopeProps } from "../time/SinceScope.tsx";
import { useBoardScope } from "./board-scope.ts";
import { DraggableCard } from "./DraggableCard.tsx";
import * as styles from "./ColumnCards.module.css";

const SinceScope = lazily(() => import("../time/SinceScope.tsx").then((m) => m.SinceScope));

/** A card of four lines and the gap below it; one with more is measured. */
const CARD = 116;
export interface ColumnCardsProps {
  /** The condition of the cards. */
  readonly filter: string;
  /** Says nothing where there are none. */
  readonly isQuiet?: boolean;
}

/** The cards of a column: only those in sight are drawn, more are fetched on the way down. */
export function ColumnCards({ filter, isQuiet = false }: ColumnCardsProps) {
  const { t } = useLanguage();
  const { object, since, part } = useBoardScope();
  const box = useRef<HTMLDivElement>(null);
  const list = useRecordList(object.name, useCardQuery(filter));
  const records = useMemo(() => list.data?.pages.flatMap((page) => page.data) ?? [], [list.data]);
  const keys = useMemo(() => records.map(idOf), [records]);
  const rows = useVirtualRows({
    list: box,
    scrolls: '[data-part="board-cards"]',
    keys,
    height: CARD,
    spare: 4,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (rows.last >= records.length - 8) more();
  }, [rows.last, records.length, more]);
  return (
    <StaleWhileLoading busy={list.isPlaceholderData}>
      <div className={styles.boardCards} data-part="board-cards" ref={box} tabIndex={-1}>
        {list.isPending ? (
          <Skeleton rows={isQuiet ? 1 : 3} />
        ) : list.isError ? (
          <Failure small error={list.error} onRetry={() => void list.refetch()} />
        ) : records.length === 0 ? (
          !isQuiet && <p className={styles.boardNone}>{t(recordScreenMessages.boardEmpty)}</p>
        ) : (
          <Compared object={object} records={records} since={since} part={part}>
            <div style={{ height: rows.height, position: "relative" }}>
              {rows.items.map((item) => {
                const record = records[item.index];
                if (!record) return null;
                return (
                  <div
                    key={item.key}
                    ref={rows.measure}
                    data-index={item.index}
                    className={styles.boardPlace}
                    data-part="board-place"
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    <DraggableCard record={record} />
                  </div>
                );
              })}
            </div>
          </Compared>
        )}
      </div>
    </StaleWhileLoading>
  );
}

/** What the cards of a column show, their marks included. */
function useCardQuery(filter: string): ListQuery {
  const { object, search, asOf, fields: shown } = useBoardScope();
  const marks = useCardMarks(object);
  const fields = askedFields(object, [
    ...marks.flatMap((mark) => mark.fields),
    ...shown.map(({ name }) => name),
  ]);
  return useMemo<ListQuery>(
    () => ({ filter, search, as_of: asOf, sort: "-updated_at", limit: 40, ...(fields ? { fields } : {}) }),
    [filter, search, asOf, fields],
  );
}

function Compared({ since, children, ...props }: SinceScopeProps) {
  if (since === "") return children;
  return (
    <Suspense fallback={children}>
      <SinceScope since={since} {...props}>
        {children}
      </SinceScope>
    </Suspense>
  );
}
