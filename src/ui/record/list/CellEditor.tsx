import { type KeyboardEvent, useRef, useState } from "react";
import type { FieldKind } from "../../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import * as styles from "./CellEditor.module.css";

/** Kinds whose choice is final: taken at once, without Enter. */
const AT_ONCE: ReadonlySet<FieldKind> = new Set([
  "select",
  "date",
  "link",
  "person",
  "department",
  "boolean",
  "stage",
]);
const POPUPS = ".ant-select-dropdown, .ant-picker-dropdown, .ant-cascader-dropdown, .ant-modal";

export interface CellEditorProps {
  readonly object: string;
  readonly field: FieldInfo;
  readonly record: Values;
  readonly onCommit: (value: WireValue) => void;
  readonly onCancel: () => void;
  readonly id?: string;
}

/** One value being changed in place: Enter or leaving keeps it, Escape does not. */
export function CellEditor({ object, field, record, onCommit, onCancel, id }: CellEditorProps) {
  const [value, setValue] = useState<WireValue>(record[field.name] ?? null);
  const box = useRef<HTMLDivElement>(null);
  const done = useRef(false);
  const latest = useRef(value);
  const commit = (next: WireValue) => {
    if (done.current) return;
    done.current = true;
    onCommit(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      done.current = true;
      onCancel();
    } else if (
      event.key === "Enter" &&
      !AT_ONCE.has(field.kind) &&
      !(field.kind === "long_text" || field.kind === "rich_text") &&
      !event.nativeEvent.isComposing
    ) {
      event.preventDefault();
      commit(latest.current);
    }
  };
  const onBlur = () => {
    setTimeout(() => {
      const focus = document.activeElement;
      if (box.current?.contains(focus) || focus?.closest(POPUPS)) return;
      commit(latest.current);
    }, 120);
  };
  return (
    <div
      ref={box}
      className={styles.cellEditor}
      data-part="cell-editor"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <FieldInput
        {...(id ? { id } : {})}
        autoFocus
        object={object}
        field={field}
        record={record}
        value={value}
        onChange={(next) => {
          latest.current = next;
          setValue(next);
          if (AT_ONCE.has(field.kind)) commit(next);
        }}
      />
    </div>
  );
}
