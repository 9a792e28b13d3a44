import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, isBlank } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { PlainLinks } from "../../field/plain-links.ts";
import { useLanguage } from "../../kit/language.tsx";
import { cellText } from "./cell-text.ts";
import type { LineColumn } from "./line-columns.ts";
import { LineSheet } from "./LineSheet.tsx";
import { linesMessages } from "./lines.messages.ts";
import { isUnread } from "./read-cell.ts";
import type { CellErrors } from "./use-cell-errors.ts";
import type { Lines } from "./use-lines.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./LineCards.module.css";

export interface LineCardsProps {
  readonly child: ObjectInfo;
  readonly label: string;
  readonly lines: Lines;
  readonly columns: readonly LineColumn[];
  readonly errors: CellErrors;
  readonly isFixed: (column: LineColumn, record: Values) => boolean;
  readonly editable: boolean;
  readonly canAdd: boolean;
}

/** Lines on a phone: a card each; one that is touched opens in a sheet of its own. */
export function LineCards(props: LineCardsProps) {
  const { child, label, lines, columns, editable, canAdd } = props;
  const { t } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const at = lines.rows.findIndex((row) => idOf(row) === open);
  const opened = lines.rows[at];
  if (lines.rows.length === 0) return <p className={base.muted}>{t(linesMessages.none)}</p>;
  return (
    <>
      <ol className={styles.cards} aria-label={label}>
        {lines.rows.map((row, n) => (
          <LineCard key={idOf(row)} {...props} row={row} n={n + 1} onOpen={() => setOpen(idOf(row))} />
        ))}
      </ol>
      {opened && (
        <LineSheet
          child={child}
          lines={lines}
          columns={columns}
          row={opened}
          at={at}
          errors={props.errors}
          isFixed={props.isFixed}
          editable={editable}
          canAdd={canAdd}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface LineCardProps extends LineCardsProps {
  readonly row: Values;
  readonly n: number;
  readonly onOpen: () => void;
}
function LineCard({ child, columns, errors, row, n, onOpen }: LineCardProps) {
  const { t, of, language } = useLanguage();
  const [title, ...further] = columns;
  const isWrong = columns.some(({ field }) => errors.of(row, field.name) !== undefined);
  const text = (column: LineColumn) =>
    isUnread(column.field, row[column.field.name]) ? (
      cellText(column.field, row, language)
    ) : (
      <FieldCell object={child.name} field={column.field} record={row} value={row[column.field.name]} />
    );
  return (
    <li>
      <PlainLinks value={true}>
        <button
          type="button"
          className={styles.card}
          data-wrong={isWrong || undefined}
          aria-label={t(linesMessages.edit, { n })}
          onClick={onOpen}
        >
          <span className={styles.title}>
            <span className={base.muted}>{n}</span>
            <strong className={base.clip}>{title && text(title)}</strong>
          </span>
          <span className={styles.values}>
            {further
              .filter(({ field }) => !isBlank(row[field.name]))
              .map((column) => (
                <span key={column.field.name}>
                  <small className={base.muted}>{of(column.field.label, column.field.name)}</small>
                  {text(column)}
                </span>
              ))}
          </span>
        </button>
      </PlainLinks>
    </li>
  );
}
