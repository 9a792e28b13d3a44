import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { LIST_OPERATORS, OPTION_OPERATORS } from "../operators.ts";
import { MultiselectCell, SelectCell } from "../simple-cells.tsx";

const One = lazily(() => import("../input/OptionInput.tsx").then((m) => m.OptionInput));
const Many = lazily(() => import("../input/OptionInput.tsx").then((m) => m.OptionsInput));
export const select: KindUi = {
  Cell: SelectCell,
  Input: One,
  operators: OPTION_OPERATORS,
  width: 130,
  inline: true,
  sortable: true,
};
export const multiselect: KindUi = {
  Cell: MultiselectCell,
  Input: Many,
  operators: LIST_OPERATORS,
  width: 180,
};
