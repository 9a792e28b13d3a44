import { type RefObject, useId, useMemo, useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { kindUi } from "../../field/kind-uis.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useVirtualRows } from "../../kit/use-virtual-rows.ts";
import type { LineColumn } from "./line-columns.ts";
import { chosenOf, LineRow } from "./LineRow.tsx";
import { linesMessages } from "./lines.messages.ts";
import { HEAD, ROW, useCarryLine } from "./use-carry-line.ts";
import type { CellErrors } from "./use-cell-errors.ts";
import { useRowActs } from "./use-row-acts.ts";
import { useGridActs } from "./use-grid-acts.ts";
import type { Lines } from "./use-lines.ts";
import type { useBlockActs } from "./use-block-acts.ts";
import type { Cursor } from "./use-cursor.ts";
import { useWidths } from "./use-widths.ts";
import * as base from "../../kit/base.module.css";
import * as fieldStyles from "../../kit/Field.module.css";
import * as tableStyles from "../list/table.module.css";
import * as styles from "./LinesGrid.module.css";

export interface LinesGridProps {
  readonly child: ObjectInfo;
  readonly label: string;
  readonly lines: Lines;
  readonly columns: readonly LineColumn[];
  readonly cursor: Cursor;
  readonly acts: ReturnType<typeof useBlockActs>;
  readonly errors: CellErrors;
  readonly clashing: ReadonlySet<string>;
  readonly isFixed: (column: LineColumn, record: Values) => boolean;
  readonly editable: boolean;
  readonly canAdd: boolean;
}

/** Lines as a spreadsheet has them: any number of them, of which those in sight exist. */
export function LinesGrid(props: LinesGridProps) {
  const { label, lines, columns, cursor, acts, editable, canAdd } = props;
  const { rows } = lines;
  const { t } = useLanguage();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { widths, width } = useWidths(box, columns, editable);
  const grid = useGridActs({ ...props, box });
  const at = cursor.block?.to;
  return (
    <div
      ref={box}
      className={styles.grid}
      data-part="lines-grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-readonly={!editable || undefined}
      aria-activedescendant={at ? `${id}-${at.row}-${at.column}` : undefined}
      style={{ height: `min(${HEAD + Math.max(rows.length, 1) * ROW + 2}px, max(240px, 52vh))` }}
      onKeyDown={grid.onKeyDown}
      onFocus={grid.onFocus}
      onCopy={acts.onCopy}
      onCut={acts.onCut}
      onPaste={acts.onPaste}
    >
      <div style={{ width, minWidth: "100%" }}>
        <LinesHead columns={columns} widths={widths} editable={editable} />
        <LinesBody {...props} id={id} box={box} widths={widths} grid={grid} />
      </div>
      {rows.length === 0 && (
        <p className={styles.empty}>
          {t(linesMessages.none)}
          {canAdd && ` · ${t(linesMessages.pasteHint)}`}
        </p>
      )}
    </div>
  );
}

interface LinesHeadProps extends Pick<LinesGridProps, "columns" | "editable"> {
  readonly widths: readonly number[];
}
function LinesHead({ columns, widths, editable }: LinesHeadProps) {
  const { t, of } = useLanguage();
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      <div role="columnheader" className={styles.corner} aria-label={t(linesMessages.number)} />
      {columns.map(({ field, isTyped }, place) => (
        <div
          key={field.name}
          role="columnheader"
          aria-colindex={place + 2}
          className={tableStyles.gridTh}
          data-align={kindUi(field).align}
          style={{ width: widths[place] }}
          title={of(field.description) || of(field.label, field.name)}
        >
          <span className={base.clip}>{of(field.label, field.name)}</span>
          {field.required && isTyped && editable && <span className={fieldStyles.required}>*</span>}
        </div>
      ))}
    </div>
  );
}

interface LinesBodyProps extends LinesGridProps {
  readonly id: string;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly widths: readonly number[];
  readonly grid: ReturnType<typeof useGridActs>;
}
function LinesBody({
  id,
  box,
  widths,
  grid,
  child,
  columns,
  lines,
  cursor,
  editable,
  ...rest
}: LinesBodyProps) {
  const { rows } = lines;
  const list = useRef<HTMLDivElement>(null);
  const carry = useCarryLine(box, rows.length, (from, to) => {
    const line = rows[from];
    if (line) lines.move(new Set([idOf(line)]), to);
  });
  const acts = useRowActs({ ...grid.acts, onGrip: carry.onGrip });
  const keys = useMemo(() => rows.map(idOf), [rows]);
  const seen = useVirtualRows({ list, scrolls: "[role=grid]", keys, height: ROW, above: HEAD, spare: 6 });
  const at = cursor.block?.to;
  return (
    <div ref={list} role="rowgroup" className={styles.rows} style={{ height: seen.height }}>
      {seen.items.map((item) => {
        const record = rows[item.index];
        if (!record) return null;
        const [chosenFrom, chosenTo] = chosenOf(item.index, cursor.bounds);
        return (
          <LineRow
            key={item.key}
            id={id}
            object={child.name}
            record={record}
            row={item.index}
            top={item.start - HEAD}
            columns={columns}
            widths={widths}
            active={at?.row === item.index ? at.column : -1}
            chosenFrom={chosenFrom}
            chosenTo={chosenTo}
            isFixed={rest.isFixed}
            errorOf={rest.errors.of}
            isClashing={rest.clashing.has(idOf(record))}
            canRemove={editable}
            canMove={editable && lines.canMove}
            acts={acts}
            editing={grid.editing?.row === item.index ? grid.editing : null}
          />
        );
      })}
      {carry.target !== null && <div className={styles.gap} style={{ top: carry.target * ROW - 1 }} />}
    </div>
  );
}
