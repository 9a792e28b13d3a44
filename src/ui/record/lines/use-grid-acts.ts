import { type KeyboardEvent, type RefObject, startTransition, useState } from "react";
import { flushSync } from "react-dom";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { idOf, isSame, moneyOf } from "../../data/values.ts";
import type { Place } from "./cell-block.ts";
import { isTypedAsText, type Leaving } from "./LineEditor.tsx";
import type { LineActs } from "./LineRow.tsx";
import type { LinesGridProps } from "./LinesGrid.tsx";
import { HEAD, ROW } from "./use-carry-line.ts";
import { onLineKey } from "./use-line-keys.ts";
import { clamp } from "./use-cursor.ts";

interface Edited extends Place {
  readonly start: string | null;
}
type SetEdited = (edited: Edited | null) => void;
type Options = LinesGridProps & { readonly box: RefObject<HTMLDivElement | null> };

/** What mouse and keys do in the grid, and the cell that is edited. */
export function useGridActs(options: Options) {
  const { box, lines, columns, cursor, acts, editable } = options;
  const { rows } = lines;
  const [edited, setEdited] = useState<Edited | null>(null);
  const ways = waysOf(options, setEdited);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current) return;
    onLineKey(event, {
      cursor: { ...cursor, go: (to, extending) => (cursor.go(to, extending), ways.reveal(to.row)) },
      rows: rows.length,
      columns: columns.length,
      page: () => Math.max(1, Math.floor(((box.current?.clientHeight ?? 400) - HEAD) / ROW) - 1),
      editable,
      edit: ways.edit,
      clear: acts.clear,
      fillDown: acts.fillDown,
      newLine: ways.newLine,
      shift: (by) => shiftLines(options, by, ways.reveal),
      undo: lines.undo,
      redo: lines.redo,
    });
  };
  return {
    editing: editingOf(options, edited, setEdited, ways),
    onKeyDown,
    onFocus: cursor.enter,
    acts: pressesOf(options, ways),
  };
}

/** Where the focus goes, what comes into sight, which cell is opened, where a line is made. */
function waysOf(
  { box, lines, columns, cursor, isFixed, editable, canAdd }: Options,
  setEdited: SetEdited,
): Ways {
  const { rows } = lines;
  const reveal = (row: number) => revealRow(box.current, row);
  return {
    focus: () => box.current?.focus({ preventScroll: true }),
    reveal,
    edit: (place, start) => {
      const [row, column] = [rows[place.row], columns[place.column]];
      if (!editable || !row || !column || isFixed(column, row)) return;
      reveal(place.row);
      // What is being typed must go into the input that this opens.
      flushSync(() => setEdited({ ...place, start: isTypedAsText(column.field) ? start : null }));
    },
    newLine: (below) => {
      if (!editable || !canAdd) return;
      const at = lines.canMove ? below : rows.length;
      lines.insert([{}], at);
      cursor.go({ row: at, column: 0 });
      requestAnimationFrame(() => reveal(at));
    },
  };
}

/** The chosen lines go one place up or down, and the cursor with them. */
function shiftLines({ lines, cursor, editable }: Options, by: -1 | 1, reveal: Ways["reveal"]): void {
  const { bounds, block } = cursor;
  const { rows } = lines;
  if (!editable || !bounds || !block || !lines.canMove) return;
  if (by < 0 ? bounds.top === 0 : bounds.bottom === rows.length - 1) return;
  const chosen = new Set(rows.slice(bounds.top, bounds.bottom + 1).map(idOf));
  lines.move(chosen, by < 0 ? bounds.top - 1 : bounds.bottom + 2);
  const moved = ({ row, column }: Place): Place => ({ row: row + by, column });
  cursor.choose({ from: moved(block.from), to: moved(block.to) });
  reveal(block.to.row + by);
}

function pressesOf({ lines, columns, cursor }: Options, { focus, edit }: Ways): Omit<LineActs, "onGrip"> {
  return {
    onPress: (place, extending) => {
      cursor.go(place, extending);
      focus();
    },
    onOver: (place) => cursor.go(place, true),
    onEdit: (place) => edit(place, null),
    onRow: (row, extending) => {
      const from = extending && cursor.block ? cursor.block.from.row : row;
      cursor.choose({ from: { row: from, column: 0 }, to: { row, column: columns.length - 1 } });
      focus();
    },
    onRemove: (row) => {
      const line = lines.rows[row];
      if (line) lines.remove(new Set([idOf(line)]));
      focus();
    },
  };
}

interface Ways {
  readonly focus: () => void;
  readonly reveal: (row: number) => void;
  readonly edit: (place: Place, start: string | null) => void;
  readonly newLine: (below: number) => void;
}
/** The cell that is edited: takes over what was typed, and goes on to the next one. */
function editingOf(
  { lines, columns, cursor, canAdd }: Options,
  edited: Edited | null,
  setEdited: SetEdited,
  { focus, reveal, edit, newLine }: Ways,
) {
  const { rows, setTyping } = lines;
  const row = edited ? rows[edited.row] : undefined;
  const field = edited ? columns[edited.column]?.field : undefined;
  if (!edited || !row || !field) return null;
  const end = () => {
    setTyping(null);
    setEdited(null);
  };
  const goOn = (leaving: Leaving) => {
    if (leaving === "down") {
      const to = { row: clamp(edited.row + 1, rows.length), column: edited.column };
      cursor.go(to);
      return reveal(to.row);
    }
    const place = edited.row * columns.length + edited.column + (leaving === "right" ? 1 : -1);
    const to = { row: Math.floor(place / columns.length), column: place % columns.length };
    if (to.row >= rows.length) return canAdd ? newLine(rows.length) : undefined;
    if (place < 0) return;
    cursor.go(to);
    edit(to, null);
  };
  return {
    ...edited,
    currency: moneyOf(row[field.name])?.currency || lines.currency,
    // What was typed is seen at once; what it comes to follows when there is time.
    onTyping: (value: WireValue) =>
      startTransition(() => setTyping({ id: idOf(row), values: { [field.name]: value } })),
    onCommit: (value: WireValue, leaving: Leaving) => {
      end();
      if (!isSame(lines.lineOf(idOf(row))?.[field.name], value))
        lines.set([{ id: idOf(row), values: { [field.name]: value } }]);
      if (leaving === "stay") return;
      focus();
      goOn(leaving);
    },
    onCancel: () => {
      end();
      focus();
    },
  };
}

function revealRow(box: HTMLElement | null, row: number): void {
  if (!box) return;
  const top = row * ROW;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW + HEAD > box.scrollTop + box.clientHeight)
    box.scrollTop = top + ROW + HEAD - box.clientHeight;
}
