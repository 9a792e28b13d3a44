import type { KeyboardEvent } from "react";
import type { Cursor } from "./use-cursor.ts";
import { placeAfter } from "./use-cursor.ts";
import type { Place } from "./cell-block.ts";

export interface LineKeys {
  readonly cursor: Cursor;
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight. */
  readonly page: () => number;
  readonly editable: boolean;
  /** `start`: what was typed; null: what stands there is edited. */
  readonly edit: (place: Place, start: string | null) => void;
  readonly clear: () => void;
  readonly fillDown: () => void;
  readonly newLine: (below: number) => void;
  readonly shift: (by: -1 | 1) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The keys of a spreadsheet, in the grid itself: while a cell is edited its input has them. */
export function onLineKey(event: KeyboardEvent, keys: LineKeys): void {
  const done = act(event, keys);
  if (!done) return;
  event.preventDefault();
  // A form around would save at Ctrl+Enter, a page would go elsewhere.
  event.stopPropagation();
}

function act(event: KeyboardEvent, keys: LineKeys): boolean {
  const { cursor, rows, columns } = keys;
  const at = cursor.block?.to ?? null;
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey && at && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    keys.shift(event.key === "ArrowUp" ? -1 : 1);
    return true;
  }
  if (event.altKey) return false;
  const next = placeAfter(event.key, at ?? { row: event.key === "ArrowDown" ? -1 : 0, column: 0 }, {
    rows,
    columns,
    page: keys.page(),
    far: control,
  });
  if (next) {
    if (rows > 0) cursor.go(next, event.shiftKey);
    return rows > 0;
  }
  if (control) return withControl(event, keys, at);
  if (event.key === " " && event.shiftKey && at) {
    cursor.choose({ from: { row: at.row, column: 0 }, to: { row: at.row, column: columns - 1 } });
    return true;
  }
  return keys.editable && at !== null && withoutControl(event, keys, at);
}

function withControl(event: KeyboardEvent, keys: LineKeys, at: Place | null): boolean {
  const { cursor, rows, columns, editable } = keys;
  const key = event.key.toLowerCase();
  if (key === "a") {
    if (rows > 0) cursor.choose({ from: { row: 0, column: 0 }, to: { row: rows - 1, column: columns - 1 } });
    return true;
  }
  if (!editable) return false;
  if (key === "z" || key === "y") {
    if (key === "y" || event.shiftKey) keys.redo();
    else keys.undo();
    return true;
  }
  if (key === "enter") keys.newLine(at ? at.row + 1 : rows);
  else if (key === "d" && at) keys.fillDown();
  else return false;
  return true;
}

function withoutControl(event: KeyboardEvent, keys: LineKeys, at: Place): boolean {
  const { key } = event;
  if (key === "Enter" || key === "F2") keys.edit(at, null);
  else if (key === "Delete" || key === "Backspace") keys.clear();
  // An input method takes over in the input that this opens.
  else if (key === "Process" || event.nativeEvent.isComposing) {
    keys.edit(at, "");
    return false;
  } else if (key.length === 1) keys.edit(at, key);
  else return false;
  return true;
}
