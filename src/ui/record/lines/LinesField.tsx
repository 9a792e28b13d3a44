import { useCallback, useEffect, useMemo } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { can, isEditable, type ObjectInfo, useObject } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import type { InputProps } from "../../field/kind-ui.ts";
import { useLanguage } from "../../kit/language.tsx";
import { Skeleton } from "../../kit/States.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { type LineColumn, lineColumns, type LinesField as ListField } from "./line-columns.ts";
import { LineCards } from "./LineCards.tsx";
import { LineClashes } from "./LineClashes.tsx";
import { LinesFoot } from "./LinesFoot.tsx";
import { LinesGrid } from "./LinesGrid.tsx";
import { linesMessages } from "./lines.messages.ts";
import { LinesTools } from "./LinesTools.tsx";
import { useBlockActs } from "./use-block-acts.ts";
import type { Place } from "./cell-block.ts";
import { type CellErrors, useCellErrors } from "./use-cell-errors.ts";
import { useClashes } from "./use-clashes.ts";
import { useCursor } from "./use-cursor.ts";
import { useKeptLines } from "./use-kept-lines.ts";
import { useLines } from "./use-lines.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import * as base from "../../kit/base.module.css";

const NOTHING: Values = {};

/** The lines of a record, in a form or on its page; they are saved with the record. */
export function LinesField(props: InputProps) {
  const { field } = props;
  const parent = useObject(props.object);
  const child = useObject(field.kind === "children" ? field.object : "");
  if (!child || !parent || field.kind !== "children") return null;
  return <KnownLines {...props} parent={parent} child={child} list={field as ListField} />;
}

interface KnownLinesProps extends InputProps {
  readonly parent: ObjectInfo;
  readonly child: ObjectInfo;
  readonly list: ListField;
}
function KnownLines(props: KnownLinesProps) {
  const { parent, child, list, record = NOTHING, disabled = false } = props;
  const isNarrow = useIsNarrow();
  const { shared, cursor, acts, clashes, isReading } = useKnownLines(props);
  const { lines } = shared;
  if (isReading) return <Skeleton rows={4} />;
  const add = () => {
    lines.insert([NOTHING]);
    cursor.go({ row: lines.rows.length, column: 0 });
  };
  const { columns, canAdd, errors } = shared;
  const tools = !disabled && (
    <LinesTools {...{ child, lines, columns, canAdd }} hasKeys={!isNarrow} onAdd={add} />
  );
  const foot = (
    <LinesFoot
      parent={parent}
      field={list}
      document={{ ...record, ...lines.document }}
      count={lines.rows.length}
    />
  );
  return (
    <div className={base.stack} data-part="lines">
      <LineClashes clashes={clashes} />
      {isNarrow ? (
        <>
          {foot}
          {tools}
          <LineCards {...shared} editable={!disabled} />
        </>
      ) : (
        <LinesGrid {...shared} cursor={cursor} acts={acts} clashing={clashes.ids} editable={!disabled} />
      )}
      <LinesNote finding={acts.finding} errors={errors} onShow={isNarrow ? null : cursor.go} />
      {!isNarrow && tools}
      {!isNarrow && foot}
    </div>
  );
}

/** All that the lines of a record need, in a table and as cards. */
function useKnownLines(props: KnownLinesProps) {
  const { parent, child, list, value, onChange, record = NOTHING, asOf = null, disabled = false } = props;
  const { of } = useLanguage();
  const { kept, isReading } = useKeptLines(child, list, props.record, asOf);
  const lines = useLines({ parent, child, field: list, document: record, kept, value, onChange });
  const columns = useMemo(() => lineColumns(child, list), [child, list]);
  const cursor = useCursor(lines.rows.length, columns.length);
  const canAdd = !disabled && can(child, "create");
  const { keptById } = lines;
  const isFixed = useCallback(
    ({ field, isTyped }: LineColumn, row: Values) =>
      disabled || !isTyped || (keptById.has(idOf(row)) && !isEditable(child, field)),
    [disabled, keptById, child],
  );
  const acts = useBlockActs({
    lines,
    columns,
    cursor,
    order: list.order,
    isFixed,
    canAdd,
    editable: !disabled,
  });
  const errors = useCellErrors(list, columns, lines.rows, acts.unclear);
  const clashes = useClashes(lines, isReading, columns);
  useUnloadGuard(value !== null && value !== undefined && !disabled);
  return {
    shared: { child, lines, columns, errors, isFixed, canAdd, label: of(list.label, list.name) },
    cursor,
    acts,
    clashes,
    isReading: isReading && kept.length === 0,
  };
}

interface LinesNoteProps {
  readonly finding: number;
  readonly errors: CellErrors;
  readonly onShow: ((place: Place) => void) | null;
}
/** What is still looked for, and how many cells are to be looked at. */
function LinesNote({ finding, errors, onShow }: LinesNoteProps) {
  const { t } = useLanguage();
  const first = errors.all[0];
  if (finding === 0 && !first) return null;
  return (
    <div className={base.line} role="status">
      {finding > 0 && <span className={base.note}>{t(linesMessages.finding, { count: finding })}</span>}
      {first && (
        <span className={`${base.note} ${base.noteError}`}>
          {t(linesMessages.wrong, { count: errors.all.length })}
        </span>
      )}
      {first && onShow && (
        <QuietButton onClick={() => onShow(first)}>{t(linesMessages.showWrong)}</QuietButton>
      )}
    </div>
  );
}

/** Whoever closes the window with something unsaved is asked once, though it would be found again. */
function useUnloadGuard(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isOpen]);
}
