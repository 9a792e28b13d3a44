import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { idOf } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { ObjectInfo } from "../../data/objects.ts";
import type { Column } from "../list/columns.ts";
import * as styles from "./PrintedTable.module.css";

export interface PrintedTableProps {
  readonly object: ObjectInfo;
  readonly columns: readonly Column[];
  readonly rows: readonly Values[];
  /** By field; null: nothing is added up. */
  readonly sums: ReadonlyMap<string, WireValue> | null;
  readonly sumLabel: string;
}
/** All rows; the titles of the columns stand on each page, the sums behind the last row. */
export function PrintedTable({ object, columns, rows, sums, sumLabel }: PrintedTableProps) {
  const { of } = useLanguage();
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <table className={styles.table}>
      <colgroup>
        {columns.map(({ field, width }) => (
          <col key={field.name} style={{ width: `${(width / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ field }) => (
            <th key={field.name} scope="col" data-align={kindUi(field).align}>
              {of(field.label, field.name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((record) => (
          <tr key={idOf(record)}>
            {columns.map(({ field }) => (
              <td key={field.name} data-align={kindUi(field).align}>
                <FieldCell object={object.name} field={field} record={record} value={record[field.name]} />
              </td>
            ))}
          </tr>
        ))}
        {sums && (
          <tr className={styles.sums}>
            {columns.map(({ field }, place) => {
              const sum = sums.get(field.name) ?? null;
              return (
                <td key={field.name} data-align={place === 0 ? undefined : kindUi(field).align}>
                  {place === 0 ? (
                    sumLabel
                  ) : (
                    <FieldCell
                      object={object.name}
                      field={field}
                      record={{ [field.name]: sum }}
                      value={sum}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        )}
      </tbody>
    </table>
  );
}
