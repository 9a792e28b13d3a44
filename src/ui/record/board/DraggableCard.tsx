import { useDraggable } from "@dnd-kit/core";
import { type KeyboardEvent, useEffect } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { idOf } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { BoardCard } from "./BoardCard.tsx";
import { useBoardScope } from "./board-scope.ts";
import { CardActions } from "./CardActions.tsx";
import { focusNeighbour } from "./focus-neighbour.ts";
import * as styles from "./DraggableCard.module.css";

/** Enter opens a card; Space lifts it, then arrow keys carry it; arrow keys alone lead to the next card. */
export function DraggableCard({ record }: { readonly record: Values }) {
  const { t } = useLanguage();
  const { object, asOf, fields, movable, moves, hand, onOpen } = useBoardScope();
  const id = idOf(record);
  const { attributes, listeners, setNodeRef } = useDraggable({ id, data: { record }, disabled: !movable });
  // What is at hand is the card as it stands now, also after it was moved or changed.
  useEffect(() => {
    const held = hand.get();
    if (held && idOf(held) === id) hand.take(record);
  }, [hand, id, record]);
  const isCarried = moves.carried !== null && idOf(moves.carried.record) === id;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") onOpen(record);
    else if (event.key === " ") {
      if (movable) moves.lift(record, true);
    } else if (!focusNeighbour(event.currentTarget, event.key)) return;
    event.preventDefault();
  };
  return (
    <div
      className={styles.card}
      data-part="board-card"
      data-carried={isCarried || undefined}
      onPointerEnter={() => hand.take(record)}
      onFocus={() => hand.take(record)}
    >
      <div
        ref={setNodeRef}
        {...attributes}
        {...listeners}
        aria-disabled={undefined}
        className={styles.boardHandle}
        data-part="board-handle"
        data-record={id}
        aria-roledescription={movable ? t(recordScreenMessages.boardDrag) : undefined}
        onPointerDown={(event) => {
          // A finger mostly scrolls.
          if (movable && event.pointerType === "mouse" && event.button === 0) moves.press(record);
        }}
        onClick={() => onOpen(record)}
        onKeyDown={onKeyDown}
      >
        <BoardCard object={object} record={record} fields={fields} asOf={asOf} />
      </div>
      <CardActions record={record} />
    </div>
  );
}
