import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { ColumnGrip } from "./ColumnGrip.tsx";
import type { Column } from "./columns.ts";
import * as base from "../../kit/base.module.css";
import * as tableStyles from "./table.module.css";
import * as styles from "./TableHead.module.css";

export interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly lefts: readonly number[];
  readonly frozen: number;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onWidth: (field: string, width: number, done: boolean) => void;
  readonly selectable: boolean;
  readonly checked: "all" | "some" | "none";
  readonly onCheckAll: (on: boolean) => void;
}

export const sortOf = (sort: string, field: string): "asc" | "desc" | null =>
  sort.split(",")[0] === field ? "asc" : sort.split(",")[0] === `-${field}` ? "desc" : null;
const nextSort = (sort: string, field: string): string =>
  sortOf(sort, field) === "desc" ? field : sortOf(sort, field) === "asc" ? "" : `-${field}`;

export function TableHead({
  columns,
  lefts,
  frozen,
  sort,
  onSort,
  onWidth,
  selectable,
  checked,
  onCheckAll,
}: TableHeadProps) {
  const { of, t } = useLanguage();
  return (
    <div className={styles.gridHead} data-part="grid-head" role="row" aria-rowindex={1}>
      {selectable && <CheckAll checked={checked} onCheck={onCheckAll} />}
      {columns.map(({ field, width }, place) => {
        const now = sortOf(sort, field.name);
        const ui = kindUi(field);
        const name = of(field.label, field.name);
        return (
          <div
            key={field.name}
            role="columnheader"
            aria-sort={now === "asc" ? "ascending" : now === "desc" ? "descending" : undefined}
            className={
              place < frozen ? `${tableStyles.gridTh} ${tableStyles.gridFrozen}` : tableStyles.gridTh
            }
            data-edge={place === frozen - 1 || undefined}
            data-align={ui.align}
            style={{ width, left: place < frozen ? lefts[place] : undefined }}
          >
            {ui.sortable ? (
              <button
                type="button"
                className={styles.gridSort}
                title={of(field.description) || name}
                onClick={() => onSort(nextSort(sort, field.name))}
              >
                <span className={base.clip}>{name}</span>
                {now && <Icon name={now === "asc" ? "up" : "down"} size={12} />}
              </button>
            ) : (
              <span className={base.clip}>{name}</span>
            )}
            <ColumnGrip
              label={t(recordScreenMessages.resize, { field: name })}
              width={width}
              onWidth={(next, done) => onWidth(field.name, next, done)}
            />
          </div>
        );
      })}
    </div>
  );
}

interface CheckAllProps {
  readonly checked: TableHeadProps["checked"];
  readonly onCheck: (on: boolean) => void;
}
function CheckAll({ checked, onCheck }: CheckAllProps) {
  const { t } = useLanguage();
  return (
    <div
      className={tableStyles.gridCheck}
      role="columnheader"
      data-hit
      onClick={({ target, currentTarget }) => target === currentTarget && onCheck(checked !== "all")}
    >
      <input
        type="checkbox"
        className={tableStyles.check}
        ref={(box) => {
          if (box) box.indeterminate = checked === "some";
        }}
        checked={checked === "all"}
        aria-label={t(recordScreenMessages.selectAll)}
        onChange={(event) => onCheck(event.target.checked)}
      />
    </div>
  );
}
