import type { FieldKind } from "../../../shared/metadata/field.ts";
import { lazily } from "../../kit/lazily.ts";
import type { CellProps, KindUi } from "../kind-ui.ts";
import { LinesCell } from "../LinesCell.tsx";
import { MoneyCell } from "../MoneyCell.tsx";
import { NUMBER_OPERATORS, OPTION_OPERATORS, PRESENCE_OPERATORS, TEXT_OPERATORS } from "../operators.ts";
import {
  BooleanCell,
  DateCell,
  DateTimeCell,
  NumberCell,
  PercentCell,
  SelectCell,
} from "../simple-cells.tsx";
import { TextCell } from "../TextCell.tsx";

const BY_RESULT: Partial<Record<FieldKind, KindUi["Cell"]>> = {
  integer: NumberCell,
  decimal: NumberCell,
  money: MoneyCell,
  percent: PercentCell,
  boolean: BooleanCell,
  date: DateCell,
  datetime: DateTimeCell,
};

function FormulaCell(props: CellProps) {
  const Cell = props.field.kind === "formula" ? (BY_RESULT[props.field.returns] ?? TextCell) : TextCell;
  return <Cell {...props} />;
}
/** A roll-up of amounts is money; of anything else a number or a date. */
function RollupCell(props: CellProps) {
  const { value } = props;
  const Cell =
    typeof value === "object" && value !== null
      ? MoneyCell
      : typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value)
        ? value.length > 10
          ? DateTimeCell
          : DateCell
        : NumberCell;
  return <Cell {...props} />;
}
export const formula: KindUi = {
  Cell: FormulaCell,
  operators: NUMBER_OPERATORS,
  align: "right",
  width: 130,
  sortable: true,
};
/** A formula whose texts are of a list: shown and chosen as options are. */
export const formulaOption: KindUi = {
  Cell: SelectCell,
  operators: OPTION_OPERATORS,
  width: 130,
  sortable: true,
};
export const rollup: KindUi = {
  Cell: RollupCell,
  operators: NUMBER_OPERATORS,
  align: "right",
  width: 140,
  sortable: true,
};
export const autoNumber: KindUi = { Cell: TextCell, operators: TEXT_OPERATORS, width: 130, sortable: true };
const LinesField = lazily(() => import("../../record/lines/LinesField.tsx").then((m) => m.LinesField));
export const children: KindUi = {
  Cell: LinesCell,
  Input: LinesField,
  operators: PRESENCE_OPERATORS,
  width: 100,
  wide: true,
};
