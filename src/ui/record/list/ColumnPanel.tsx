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
import { InputNumber, Select } from "antd";
import { isShown, type ObjectInfo } from "../../data/objects.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { type Column, columnOf, type LayoutTools } from "./columns.ts";

/** Which columns, in which order, how many of them fixed. */
export function ColumnPanel({
  object,
  layout,
}: {
  readonly object: ObjectInfo;
  readonly layout: LayoutTools;
}) {
  const { t, of } = useLanguage();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const names = layout.columns.map((column) => column.field.name);
  const rest = object.fields.filter((field) => isShown(field) && !names.includes(field.name));
  return (
    <div className="stack column-panel">
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={({ active, over }) => {
          if (over && active.id !== over.id)
            layout.setColumns(
              arrayMove(
                [...layout.columns],
                names.indexOf(String(active.id)),
                names.indexOf(String(over.id)),
              ),
            );
        }}
      >
        <SortableContext items={names} strategy={verticalListSortingStrategy}>
          <ul className="pick-list">
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
      <Select<string | null>
        className="full-width"
        value={null}
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t(recordTexts.addColumn)}
        aria-label={t(recordTexts.addColumn)}
        options={rest.map((field) => ({ value: field.name, label: of(field.label, field.name) }))}
        onSelect={(name) => {
          const field = object.byName[name ?? ""];
          if (field) layout.setColumns([...layout.columns, columnOf(field)]);
        }}
      />
      <div className="line">
        <label className="line grow">
          {t(recordTexts.freeze)}
          <InputNumber
            className="freeze"
            min={0}
            max={4}
            value={layout.frozen}
            onChange={(count) => layout.setFrozen(count ?? 0)}
          />
        </label>
        <Ghost onClick={layout.reset}>{t(recordTexts.resetColumns)}</Ghost>
      </div>
    </div>
  );
}

function ColumnLine({ column, onHide }: { readonly column: Column; readonly onHide: (() => void) | null }) {
  const { t, of } = useLanguage();
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id: column.field.name });
  return (
    <li
      ref={setNodeRef}
      className="line"
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
    >
      <span className="drag-handle" {...attributes} {...listeners}>
        <Icon name="drag" />
      </span>
      <span className="grow clip">{of(column.field.label, column.field.name)}</span>
      {onHide && (
        <Ghost
          icon="close"
          aria-label={`${t(recordTexts.hide)} ${of(column.field.label)}`}
          onClick={onHide}
        />
      )}
    </li>
  );
}
