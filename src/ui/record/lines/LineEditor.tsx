import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { FieldKind } from "../../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { CellEditor } from "../list/CellEditor.tsx";
import { readCell, typedText } from "./read-cell.ts";
import * as styles from "./LineEditor.module.css";

/** Kinds that are typed as text, and read when it is done. */
const TYPED: ReadonlySet<FieldKind> = new Set([
  "text",
  "integer",
  "decimal",
  "money",
  "percent",
  "phone",
  "email",
  "url",
  "date",
]);
export const isTypedAsText = (field: FieldInfo): boolean => TYPED.has(field.kind);

/** Where the cursor goes when a cell is left. */
export type Leaving = "down" | "right" | "left" | "stay";
export interface LineEditorProps {
  readonly object: string;
  readonly field: FieldInfo;
  readonly record: Values;
  readonly label: string;
  readonly currency: string;
  /** What was typed to begin with, in place of what stood there; null: that is edited. */
  readonly start: string | null;
  readonly onTyping: (value: WireValue) => void;
  readonly onCommit: (value: WireValue, leaving: Leaving) => void;
  readonly onCancel: () => void;
}

/** One cell while it is edited. */
export function LineEditor(props: LineEditorProps) {
  return isTypedAsText(props.field) ? (
    <TypedEditor {...props} />
  ) : (
    <CellEditor
      object={props.object}
      field={props.field}
      record={props.record}
      onCommit={(value) => props.onCommit(value, "stay")}
      onCancel={props.onCancel}
    />
  );
}

function TypedEditor(props: LineEditorProps) {
  const { field, label } = props;
  const { language } = useLanguage();
  const { input, text, type, leave, onKeyDown } = useTypedText(props);
  const isNumber = NUMBERS.has(field.kind);
  return (
    <input
      ref={input}
      className={styles.input}
      lang={language}
      aria-label={label}
      value={text}
      autoComplete="off"
      inputMode={isNumber ? "decimal" : undefined}
      data-align={isNumber ? "right" : undefined}
      onChange={(event) => type(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => leave("stay")}
      onMouseDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
    />
  );
}

/** What is typed into a cell, read when it is left: Enter goes down, Tab on, Escape leaves it as it was. */
function useTypedText({ field, record, currency, start, onTyping, onCommit, onCancel }: LineEditorProps) {
  // The record shows what is being typed; this is what stood there before.
  const [before] = useState(record[field.name] ?? null);
  const stood = typedText(before);
  const [text, setText] = useState(start ?? stood);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const valueOf = (typed: string): WireValue => {
    const read = readCell(field, typed, currency);
    return "value" in read ? read.value : typed;
  };
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (start === null) input.current?.select();
    else onTyping(valueOf(start));
    // Once, as the cell is opened.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const leave = (leaving: Leaving) => {
    if (done.current) return;
    done.current = true;
    // What was not touched stays as it was, to the last digit and sign.
    onCommit(text === stood ? before : valueOf(text), leaving);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      done.current = true;
      onCancel();
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      leave(event.key === "Enter" ? "down" : event.shiftKey ? "left" : "right");
    }
  };
  const type = (typed: string) => {
    setText(typed);
    onTyping(valueOf(typed));
  };
  return { input, text, type, leave, onKeyDown };
}
const NUMBERS: ReadonlySet<FieldKind> = new Set(["integer", "decimal", "money", "percent"]);
