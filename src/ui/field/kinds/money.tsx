import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { MoneyCell } from "../MoneyCell.tsx";
import { NUMBER_OPERATORS } from "../operators.ts";

const Input = lazily(() => import("../input/MoneyInput.tsx").then((m) => m.MoneyInput));
export const money: KindUi = {
  Cell: MoneyCell,
  Input,
  operators: NUMBER_OPERATORS,
  align: "right",
  width: 150,
  inline: true,
  sortable: true,
};
