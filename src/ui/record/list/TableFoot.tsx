import { FieldCell } from "../../field/FieldCell.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { Column } from "./columns.ts";
import type { FootSums } from "./use-foot-sums.ts";
import * as styles from "./TableFoot.module.css";

export interface TableFootProps extends FootSums {
  readonly object: string;
  readonly columns: readonly Column[];
  readonly selectable: boolean;
  /** The row's place among all. */
  readonly row: number;
}
/** The last row, which stays in sight: the sums of the columns above. */
export function TableFoot({ object, columns, selectable, row, sums, ask }: TableFootProps) {
  const { t } = useLanguage();
  return (
    <div className={styles.foot} role="row" aria-rowindex={row}>
      {selectable && <span className={styles.check} />}
      {columns.map(({ field, width }, place) => (
        <div
          key={field.name}
          role="gridcell"
          className={styles.cell}
          data-align={kindUi(field).align}
          style={{ width }}
        >
          {place === 0 ? (
            ask ? (
              <button type="button" className={styles.ask} onClick={ask}>
                {t(recordScreenMessages.addUp)}
              </button>
            ) : (
              t(recordScreenMessages.total)
            )
          ) : (
            <FieldCell
              object={object}
              field={field}
              value={sums.get(field.name) ?? null}
              record={{ [field.name]: sums.get(field.name) ?? null }}
            />
          )}
        </div>
      ))}
    </div>
  );
}
