import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { NUMBER_OPERATORS } from "../operators.ts";
import { NumberCell, PercentCell } from "../simple-cells.tsx";

const Input = lazily(() => import("../input/NumberInput.tsx").then((m) => m.NumberInput));
const common = {
  Input,
  operators: NUMBER_OPERATORS,
  align: "right",
  width: 110,
  inline: true,
  sortable: true,
} as const;
export const integer: KindUi = { ...common, Cell: NumberCell };
export const decimal: KindUi = { ...common, Cell: NumberCell };
export const percent: KindUi = { ...common, Cell: PercentCell, width: 90 };
