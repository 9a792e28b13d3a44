import { useDroppable } from "@dnd-kit/core";
import { type CSSProperties, Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import type { StageTarget } from "../../client-module.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { askedFields, type ObjectInfo } from "../../data/objects.ts";
import type { StageInfo } from "../../data/pipelines.ts";
import { type ListQuery, useRecordList } from "../../data/records.ts";
import { useMe } from "../../data/session.ts";
import { idOf, moneyOf, textValue } from "../../data/values.ts";
import { Earlier } from "../../kit/Earlier.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { moneyText, shortMoney } from "../../kit/money-text.ts";
import { Failure, Skeleton } from "../../kit/States.tsx";
import type { SincePart } from "../list/list-state.ts";
import { useWindow } from "../list/use-window.ts";
import { useStageMark } from "../panels.tsx";
import { recordTexts } from "../record.messages.ts";
import type { SinceScopeProps } from "../time/SinceScope.tsx";
import { DraggableCard } from "./BoardCard.tsx";
import { targetText } from "./board-speech.ts";

const SinceScope = lazily(() => import("../time/SinceScope.tsx").then((m) => m.SinceScope));

const CARD = 104;
export interface BoardColumnProps {
  readonly object: ObjectInfo;
  readonly stage: StageInfo;
  readonly color: string;
  readonly filter: string;
  readonly search: string;
  readonly asOf: string;
  readonly since: string;
  readonly part: SincePart | "";
  /** Count and sum; null while unknown. */
  readonly totals: readonly WireValue[] | null;
  /** Whether the totals still answer the question before. */
  readonly totalsEarlier: boolean;
  /**
   * What dropping here would meet; undefined while nothing is dragged from elsewhere, and while it is not
   * known.
   */
  readonly target: StageTarget | undefined;
  readonly movable: boolean;
  readonly onOpen: (record: Values) => void;
  readonly onPress: (record: Values) => void;
}

export function BoardColumn({
  object,
  stage,
  color,
  filter,
  search,
  asOf,
  since,
  part,
  totals,
  totalsEarlier,
  target,
  ...card
}: BoardColumnProps) {
  const { t, of } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const { setNodeRef, isOver } = useDroppable({ id: stage.name });
  const query = useCardQuery(object, { filter, search, asOf });
  const list = useRecordList(object.name, query);
  const records = useMemo(() => list.data?.pages.flatMap((page) => page.data) ?? [], [list.data]);
  const { first, last } = useWindow(box, records.length, CARD, 0, 4);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (last >= records.length - 8) more();
  }, [last, records.length, more]);
  const name = of(stage.label, stage.name);
  return (
    <section
      ref={setNodeRef}
      className="board-column"
      aria-label={target ? t(recordTexts.columnKnown, { stage: name, state: targetText(t, target) }) : name}
      data-over={isOver || undefined}
      data-target={target?.state}
      style={{ "--dot": color } as CSSProperties}
    >
      <Earlier busy={totalsEarlier}>
        <ColumnHead name={name} totals={totals} />
      </Earlier>
      {target && <TargetNote target={target} />}
      <Earlier busy={list.isPlaceholderData}>
        <div className="board-cards" ref={box} tabIndex={-1}>
          {list.isPending ? (
            <Skeleton rows={3} />
          ) : list.isError ? (
            <Failure small error={list.error} onRetry={() => void list.refetch()} />
          ) : records.length === 0 ? (
            <p className="board-none">{t(recordTexts.boardEmpty)}</p>
          ) : (
            <Compared object={object} records={records} since={since} part={part}>
              <div style={{ height: records.length * CARD, position: "relative" }}>
                {records.slice(first, last).map((record, place) => (
                  <div
                    key={idOf(record)}
                    className="board-place"
                    style={{ transform: `translateY(${(first + place) * CARD}px)` }}
                  >
                    <DraggableCard object={object} record={record} asOf={asOf} {...card} />
                  </div>
                ))}
              </div>
            </Compared>
          )}
        </div>
      </Earlier>
    </section>
  );
}

/** How the column stands for the card that is dragged, and the first thing in its way. */
function TargetNote({ target }: { readonly target: StageTarget }) {
  const { t } = useLanguage();
  const [reason] = target.reasons;
  return (
    <p className="board-reason" data-state={target.state}>
      <Icon name={target.state === "open" ? "check" : target.state === "asks" ? "form" : "lock"} size={13} />
      <span>
        {targetText(t, target)}
        {reason && <small>{reason}</small>}
      </span>
    </p>
  );
}

/** What the cards of a column show, their marks included. */
function useCardQuery(
  object: ObjectInfo,
  { filter, search, asOf }: Pick<BoardColumnProps, "filter" | "search" | "asOf">,
): ListQuery {
  const fields = askedFields(object, useStageMark(object)?.fields ?? []);
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

function ColumnHead({
  name,
  totals,
}: {
  readonly name: string;
  readonly totals: BoardColumnProps["totals"];
}) {
  const { language } = useLanguage();
  const { company } = useMe();
  const [count, amount = null] = totals ?? [];
  const sum = moneyOf(amount) ?? (amount ? { amount: textValue(amount), currency: company.currency } : null);
  return (
    <header>
      <h2>
        <span className="board-dot" />
        <span className="clip" title={name}>
          {name}
        </span>
        <span className="num muted">{totals && groupDigits(textValue(count ?? 0))}</span>
      </h2>
      <div className="board-sum num" title={sum ? moneyText(sum, language) : undefined}>
        {sum ? shortMoney(sum.amount, sum.currency, language) : "\u00a0"}
      </div>
    </header>
  );
}
