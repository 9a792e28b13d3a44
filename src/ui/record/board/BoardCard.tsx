import { useDraggable } from "@dnd-kit/core";
import { memo, Suspense } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { staged } from "../../../shared/metadata/stage-fields.ts";
import { isShown, type ObjectInfo } from "../../data/objects.ts";
import { useSession } from "../../data/session.ts";
import { idOf, isBlank, moneyOf, textValue, titleAt } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { PlainLinks } from "../../field/plain-links.ts";
import { Avatar } from "../../kit/Avatar.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { moneyText, shortMoney } from "../../kit/money-text.ts";
import { daysSince } from "../../kit/time-text.ts";
import { label } from "../../../shared/i18n/label.ts";
import { useCardMarks } from "../panels.tsx";
import { dayOf } from "../time/past-day.ts";
import { SinceMark } from "../time/SinceMark.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { DueDay } from "../DueDay.tsx";
import { amountField } from "./amount-field.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./BoardCard.module.css";

const days = label("{count} 天", "{count} {count|day|days}");

interface BoardCardProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** Days in the stage are counted up to the end of this day instead of now. */
  readonly asOf?: string;
  readonly lifted?: boolean;
}
/** Its name in two lines, what it is worth and when, what comes next, whose it is and how long it has stood. */
export const BoardCard = memo(function BoardCard({ object, record, asOf, lifted }: BoardCardProps) {
  const { t } = useLanguage();
  const facts = object.list.columns
    .flatMap((name) => object.byName[name] ?? [])
    .filter((field) => field.name !== "owner" && isShown(field) && !isBlank(record[field.name]));
  const host = facts.find((field) => field.kind === "link");
  const day = facts.find((field) => field.kind === "date");
  const next = facts.find((field) => field.kind === "text" && field.name !== object.title);
  const due = day && textValue(record[day.name]);
  return (
    <PlainLinks value>
      <article className={styles.boardCard} data-lifted={lifted || undefined}>
        <strong className={styles.name}>
          {textValue(record[object.title]) || t(recordScreenMessages.empty)}
        </strong>
        <div className={`${base.muted} ${base.clip} ${base.line} ${styles.boardFact}`} data-part="board-fact">
          <SinceMark object={object} record={record}>
            {host && (
              <FieldCell object={object.name} field={host} record={record} value={record[host.name]} />
            )}
          </SinceMark>
        </div>
        <div className={`${base.line} ${styles.boardFact}`} data-part="board-fact">
          <span className={`${base.grow} ${base.num}`}>
            <Worth object={object} record={record} />
          </span>
          {due && (
            <span className={base.muted}>
              <DueDay day={due} record={record} />
            </span>
          )}
        </div>
        {next && (
          <div className={`${base.clip} ${styles.next}`} title={textValue(record[next.name])}>
            {textValue(record[next.name])}
          </div>
        )}
        <CardFoot object={object} record={record} asOf={asOf} />
      </article>
    </PlainLinks>
  );
});

interface PartProps {
  readonly object: ObjectInfo;
  readonly record: Values;
}
/** What it is worth in a short figure, in full in the hint; masked amounts stay masked. */
function Worth({ object, record }: PartProps) {
  const { t, language } = useLanguage();
  const company = useSession().data?.company.currency ?? "CNY";
  const field = object.byName[amountField(object) ?? ""];
  if (!field) return null;
  const value = record[field.name];
  const money = field.right === "mask" ? null : moneyOf(value);
  if (isBlank(value)) return <span className={base.muted}>{t(recordScreenMessages.noAmount)}</span>;
  if (!money) return <FieldCell object={object.name} field={field} record={record} value={value} />;
  return (
    <span className={styles.worth} title={moneyText(money, language)}>
      {shortMoney(money.amount, money.currency || company, language)}
    </span>
  );
}

function CardFoot({ object, record, asOf }: PartProps & { readonly asOf: string | undefined }) {
  const entered = textValue(partOf(staged, record).stage_entered_at);
  const marks = useCardMarks(object);
  return (
    <div className={`${base.line} ${styles.boardFact} ${base.muted}`} data-part="board-fact">
      <Avatar name={titleAt(record, "owner") || "?"} />
      <span className={`${base.clip} ${base.grow}`}>{titleAt(record, "owner")}</span>
      {entered &&
        (marks.length > 0 ? (
          <Suspense>
            {marks.map(({ name, Component }) => (
              <Component key={name} object={object} record={record} asOf={asOf} />
            ))}
          </Suspense>
        ) : (
          <Days entered={entered} asOf={asOf} />
        ))}
    </div>
  );
}

function Days({ entered, asOf }: { readonly entered: string; readonly asOf: string | undefined }) {
  const { t } = useLanguage();
  return (
    <span className={`${base.line} ${styles.boardDays}`}>
      <Icon name="clock" size={12} />
      {t(days, {
        count: daysSince(entered, asOf ? new Date(`${dayOf(asOf)}T23:59:59`).getTime() : undefined),
      })}
    </span>
  );
}

export interface DraggableCardProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly asOf: string;
  readonly movable: boolean;
  readonly onOpen: (record: Values) => void;
  /** Held down, perhaps to be dragged. */
  readonly onPress: (record: Values) => void;
}
/** Enter opens a card; Space lifts it, arrow keys carry it, Space drops it. */
export function DraggableCard({ object, record, asOf, movable, onOpen, onPress }: DraggableCardProps) {
  const { t } = useLanguage();
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: idOf(record),
    data: { record },
    disabled: !movable,
  });
  return (
    <div
      ref={setNodeRef}
      {...attributes}
      {...listeners}
      aria-disabled={undefined}
      className={styles.boardHandle}
      data-part="board-handle"
      aria-roledescription={movable ? t(recordScreenMessages.boardDrag) : undefined}
      style={{ opacity: isDragging ? 0.35 : 1 }}
      onPointerDown={(event) => {
        // A finger mostly scrolls.
        if (movable && event.pointerType === "mouse" && event.button === 0) onPress(record);
      }}
      onClick={() => onOpen(record)}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          onOpen(record);
        } else listeners?.["onKeyDown"]?.(event);
      }}
    >
      <BoardCard object={object} record={record} asOf={asOf} />
    </div>
  );
}
