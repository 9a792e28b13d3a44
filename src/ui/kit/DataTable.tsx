import type { ReactNode } from "react";
import { useIsNarrow } from "./use-is-narrow.ts";
import * as base from "./base.module.css";
import * as styles from "./DataTable.module.css";

export interface DataColumn<T> {
  readonly key: string;
  readonly title: ReactNode;
  readonly render: (row: T) => ReactNode;
  readonly align?: "right" | "center";
  readonly width?: number | string;
}
export interface DataTableProps<T> {
  readonly label: string;
  readonly columns: readonly DataColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  /**
   * Figures that are read down their columns stay a table on a phone and scroll sideways; else wide rows
   * become cards.
   */
  readonly keepsColumns?: boolean;
}
const FIT_A_PHONE = 2;
/** A plain table for short lists; lists of records have their own. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, keepsColumns = false } = props;
  const narrow = useIsNarrow();
  if (narrow && !keepsColumns && columns.length > FIT_A_PHONE) return <DataCards {...props} />;
  return (
    <div className={styles.dataTable} data-part="data-table">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" style={{ textAlign: column.align, width: column.width }}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} style={{ textAlign: column.align }}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Each row as a card: the first column is its head, the others stand below with their titles. */
function DataCards<T>({ label, columns, rows, rowKey }: DataTableProps<T>) {
  const [head, ...rest] = columns;
  return (
    <ul className={styles.dataCards} data-part="data-cards" aria-label={label}>
      {rows.map((row) => {
        const facts = rest
          .map(({ key, title, render }) => ({ key, title, value: render(row) }))
          .filter(({ value }) => value !== null && value !== "" && value !== false);
        return (
          <li key={rowKey(row)}>
            <div className={styles.dataCardHead}>{head?.render(row)}</div>
            {facts.map(({ key, title, value }) => (
              <div key={key} className={styles.dataCardFact} data-part="data-card-fact">
                {title && <span className={`${base.muted} ${styles.dataCardFactMuted}`}>{title}</span>}
                <div>{value}</div>
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
