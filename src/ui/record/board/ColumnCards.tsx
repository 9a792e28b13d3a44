import { Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { askedFields, type ObjectInfo } from "../../data/objects.ts";
import { type ListQuery, useRecordList } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import { StaleWhileLoading } from "../../kit/StaleWhileLoading.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Failure, Skeleton } from "../../kit/States.tsx";
import { useVirtualRows } from "../../kit/use-virtual-rows.ts";
import type { SincePart } from "../list/list-state.ts";
import { useCardMarks } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { SinceScopeProps } from "../time/SinceScope.tsx";
import { DraggableCard } from "./BoardCard.tsx";
import * as styles from "./ColumnCards.module.css";

const SinceScope = lazily(() => import("../time/SinceScope.tsx").then((m) => m.SinceScope));

/** A card of four lines and the gap below it; one with more is measured. */
const CARD = 104;
export interface ColumnCardsProps {
  readonly object: ObjectInfo;
  readonly filter: string;
  readonly search: string;
  readonly asOf: string;
  readonly since: string;
  readonly part: SincePart | "";
  readonly movable: boolean;
  readonly onOpen: (record: Values) => void;
  readonly onPress: (record: Values) => void;
}

/** The cards of a column: only those in sight are drawn, more are fetched on the way down. */
export function ColumnCards({ object, filter, search, asOf, since, part, ...card }: ColumnCardsProps) {
  const { t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const query = useCardQuery(object, { filter, search, asOf });
  const list = useRecordList(object.name, query);
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
          <Skeleton rows={3} />
        ) : list.isError ? (
          <Failure small error={list.error} onRetry={() => void list.refetch()} />
        ) : records.length === 0 ? (
          <p className={styles.boardNone}>{t(recordScreenMessages.boardEmpty)}</p>
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
                    <DraggableCard object={object} record={record} asOf={asOf} {...card} />
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
function useCardQuery(
  object: ObjectInfo,
  { filter, search, asOf }: Pick<ColumnCardsProps, "filter" | "search" | "asOf">,
): ListQuery {
  const marks = useCardMarks(object);
  const fields = askedFields(
    object,
    marks.flatMap((mark) => mark.fields),
  );
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
