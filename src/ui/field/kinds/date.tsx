import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { DATE_OPERATORS, DAY_OPERATORS } from "../operators.ts";
import { DateCell, DateTimeCell } from "../simple-cells.tsx";

const DateInput = lazily(() => import("../input/DateInput.tsx").then((m) => m.DateInput));
const DateTimeInput = lazily(() => import("../input/DateInput.tsx").then((m) => m.DateTimeInput));
export const date: KindUi = {
  Cell: DateCell,
  Input: DateInput,
  operators: DAY_OPERATORS,
  width: 116,
  inline: true,
  sortable: true,
};
export const datetime: KindUi = {
  Cell: DateTimeCell,
  Input: DateTimeInput,
  operators: DATE_OPERATORS,
  width: 144,
  inline: true,
  sortable: true,
};
