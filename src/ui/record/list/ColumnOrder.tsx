import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { Column, LayoutTools } from "./columns.ts";
import * as base from "../../kit/base.module.css";
import * as listStyles from "./list.module.css";
import * as styles from "./ColumnOrder.module.css";

/** The columns that are shown, to be dragged into another order or hidden. */
export function ColumnOrder({ layout }: { readonly layout: LayoutTools }) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const names = layout.columns.map((column) => column.field.name);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        if (over && active.id !== over.id)
          layout.setColumns(
            arrayMove([...layout.columns], names.indexOf(String(active.id)), names.indexOf(String(over.id))),
          );
      }}
    >
      <SortableContext items={names} strategy={verticalListSortingStrategy}>
        <ul className={listStyles.pickList}>
          {layout.columns.map((column) => (
            <ColumnLine
              key={column.field.name}
              column={column}
              onHide={
                layout.columns.length > 1
                  ? () => layout.setColumns(layout.columns.filter((one) => one !== column))
                  : null
              }
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

function ColumnLine({ column, onHide }: { readonly column: Column; readonly onHide: (() => void) | null }) {
  const { t, of } = useLanguage();
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id: column.field.name });
  return (
    <li
      ref={setNodeRef}
      className={base.line}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
    >
      <span
        className={styles.dragHandle}
        aria-label={t(recordScreenMessages.moveColumn, { name: of(column.field.label, column.field.name) })}
        {...attributes}
        {...listeners}
      >
        <Icon name="drag" />
      </span>
      <span className={`${base.grow} ${base.clip}`}>{of(column.field.label, column.field.name)}</span>
      {onHide && (
        <QuietButton
          icon="close"
          aria-label={`${t(recordScreenMessages.hide)} ${of(column.field.label)}`}
          onClick={onHide}
        />
      )}
    </li>
  );
}
