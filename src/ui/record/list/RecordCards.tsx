import { Fragment, memo, type ReactNode, useEffect, useMemo, useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { idOf, isBlank, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { PlainLinks } from "../../field/plain-links.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useVirtualRows, type VirtualRows } from "../../kit/use-virtual-rows.ts";
import { SinceMark } from "../time/SinceMark.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { type CardSlots, cardSlots } from "./card-slots.ts";
import type { Column } from "./columns.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./RecordCards.module.css";

/** Two lines; a row with more is measured. */
const ROW = 68;
export interface RecordCardsProps {
  readonly object: ObjectInfo;
  readonly records: readonly Values[];
  readonly columns: readonly Column[];
  readonly onOpen: (record: Values) => void;
  readonly onMore: () => void;
  /** What stands before a record's title, beside the card that opens it. */
  readonly tick: ((record: Values) => ReactNode) | null;
  /** Of a grouped list, whose records are `records`. */
  readonly lines?: CardLines;
}
/** The rows of a list on a phone that are not all records; see `TableLines`. */
export interface CardLines {
  readonly records: readonly (Values | null)[];
  readonly keys: readonly string[];
  readonly draw: (row: number, place: CardPlace) => ReactNode;
  readonly onSeen: (first: number, last: number) => void;
}
export interface CardPlace {
  readonly top: number;
  readonly measure: VirtualRows["measure"];
}
/** The list on a phone: two lines per record. */
export function RecordCards({ object, records, columns, onOpen, onMore, tick, lines }: RecordCardsProps) {
  const box = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => lines?.keys ?? records.map(idOf), [lines?.keys, records]);
  const rows = useVirtualRows({ list: box, scrolls: '[data-part="cards"]', keys, height: ROW });
  const first = rows.items[0]?.index ?? 0;
  const onSeen = lines?.onSeen;
  useEffect(() => {
    if (onSeen) onSeen(first, rows.last);
    else if (rows.last >= records.length - 10) onMore();
  }, [first, rows.last, records.length, onMore, onSeen]);
  const slots = useMemo(() => cardSlots(object, columns), [object, columns]);
  return (
    <PlainLinks value>
      <div className={styles.cards} data-part="cards" ref={box}>
        <div className={styles.cardsRows} style={{ height: rows.height }}>
          {rows.items.map(({ key, index, start }) => {
            const record = lines ? lines.records[index] : records[index];
            if (!record)
              return (
                <Fragment key={key}>{lines?.draw(index, { top: start, measure: rows.measure })}</Fragment>
              );
            const before = tick?.(record);
            return (
              <Fragment key={key}>
                <CardRow
                  object={object}
                  record={record}
                  slots={slots}
                  row={index}
                  top={start}
                  hasTick={Boolean(before)}
                  measure={rows.measure}
                  onOpen={onOpen}
                />
                {before && (
                  <span className={styles.tick} style={{ transform: `translateY(${start}px)` }}>
                    {before}
                  </span>
                )}
              </Fragment>
            );
          })}
        </div>
      </div>
    </PlainLinks>
  );
}

interface CardRowProps extends Pick<RecordCardsProps, "object" | "onOpen"> {
  readonly record: Values;
  readonly slots: CardSlots;
  readonly row: number;
  readonly top: number;
  readonly hasTick: boolean;
  readonly measure: VirtualRows["measure"];
}
/** Drawn again only when it changes, not whenever another row comes into sight. */
const CardRow = memo(function CardRow({
  object,
  record,
  slots,
  row,
  top,
  hasTick,
  measure,
  onOpen,
}: CardRowProps) {
  const { t } = useLanguage();
  const factIn = (field: FieldInfo | undefined) =>
    field && !isBlank(record[field.name]) && <Fact {...{ object, field, record }} />;
  return (
    <button
      ref={measure}
      data-index={row}
      type="button"
      className={styles.cardRow}
      data-part="card-row"
      data-tick={hasTick || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(record)}
    >
      <strong className={base.clip}>
        {textValue(record[object.title]) || t(recordScreenMessages.empty)}
      </strong>
      <span>{factIn(slots.beside)}</span>
      <span className={`${base.muted} ${base.clip} ${base.line}`}>
        <SinceMark object={object} record={record}>
          {factIn(slots.under)}
        </SinceMark>
      </span>
      <span>{factIn(slots.below)}</span>
    </button>
  );
});

/** A value that says by itself what it is; a bare number has its label before it. */
function Fact({
  object,
  field,
  record,
}: {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
}) {
  const { of } = useLanguage();
  const cell = <FieldCell object={object.name} field={field} record={record} value={record[field.name]} />;
  if (!isBareNumber(field)) return cell;
  return (
    <span className={`${base.line} ${styles.cardNumber}`}>
      <span className={`${base.muted} ${base.clip}`}>{of(field.label, field.name)}</span>
      {cell}
    </span>
  );
}
const isBareNumber = (field: FieldInfo): boolean =>
  field.kind === "integer" ||
  field.kind === "decimal" ||
  (field.kind === "formula" && (field.returns === "integer" || field.returns === "decimal"));
