import { useDraggable } from "@dnd-kit/core";
import { memo, Suspense } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { staged } from "../../../shared/metadata/stage-fields.ts";
import { isShown, type ObjectInfo } from "../../data/objects.ts";
import { idOf, isBlank, textValue, titleAt } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { PlainLinks } from "../../field/plain-links.ts";
import { Avatar } from "../../kit/Avatar.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { daysSince } from "../../kit/time-text.ts";
import { label } from "../../../shared/i18n/label.ts";
import { useCardMarks } from "../panels.tsx";
import { dayOf } from "../time/past-day.ts";
import { SinceMark } from "../time/SinceMark.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { amountField } from "./amount-field.ts";

const days = label("{count} 天", "{count} {count|day|days}");

interface BoardCardProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** Days in the stage are counted up to the end of this day instead of now. */
  readonly asOf?: string;
  readonly lifted?: boolean;
}
export const BoardCard = memo(function BoardCard({ object, record, asOf, lifted }: BoardCardProps) {
  const { t } = useLanguage();
  const amount = object.byName[amountField(object) ?? ""];
  const facts = object.list.columns
    .flatMap((name) => object.byName[name] ?? [])
    .filter(
      (field) =>
        field.name !== object.title &&
        field !== amount &&
        field.kind !== "stage" &&
        field.name !== "owner" &&
        field.name !== "stage_entered_at" &&
        isShown(field) &&
        !isBlank(record[field.name]),
    );
  const entered = textValue(partOf(staged, record).stage_entered_at);
  const marks = useCardMarks(object);
  const plain = <Days entered={entered} asOf={asOf} />;
  const [first, second] = facts;
  return (
    <PlainLinks value>
      <article className="board-card" data-lifted={lifted || undefined}>
        <strong className="clip">{textValue(record[object.title]) || t(recordScreenMessages.empty)}</strong>
        <div className="muted clip line board-fact">
          <SinceMark object={object} record={record}>
            {first && (
              <FieldCell object={object.name} field={first} record={record} value={record[first.name]} />
            )}
          </SinceMark>
        </div>
        <div className="line board-fact">
          <span className="grow num">
            {amount && (
              <FieldCell object={object.name} field={amount} record={record} value={record[amount.name]} />
            )}
          </span>
          {second && (
            <span className="muted clip">
              {<FieldCell object={object.name} field={second} record={record} value={record[second.name]} />}
            </span>
          )}
        </div>
        <div className="line board-fact muted">
          <Avatar name={titleAt(record, "owner") || "?"} />
          <span className="clip grow">{titleAt(record, "owner")}</span>
          {entered &&
            (marks.length > 0 ? (
              <Suspense>
                {marks.map(({ name, Component }) => (
                  <Component key={name} object={object} record={record} asOf={asOf} />
                ))}
              </Suspense>
            ) : (
              plain
            ))}
        </div>
      </article>
    </PlainLinks>
  );
});

function Days({ entered, asOf }: { readonly entered: string; readonly asOf: string | undefined }) {
  const { t } = useLanguage();
  return (
    <span className="line board-days">
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
      className="board-handle"
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
